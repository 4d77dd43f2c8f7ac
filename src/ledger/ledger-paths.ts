import { randomBytes } from 'node:crypto'

import { timeStamp } from '../text/time-stamp.ts'

export const ledgerFolder = '.elif'
const runsFolder = `${ledgerFolder}/runs/`

/** Where the text of a file as elif last rendered it is kept. */
export const basePath = (path: string) => `${ledgerFolder}/base/${path}.base`

/** A name that two branches never choose both: `20261120T101500-4f1c2a9be0d3.json`. */
export function newRunPath(at: Date): string {
  return `${runsFolder}${timeStamp(at)}-${randomBytes(6).toString('hex')}.json`
}

export const isRunPath = (path: string) => path.startsWith(runsFolder) && path.endsWith('.json')

/** Environment files hold secrets; their examples do not. */
export const isSecret = (path: string) =>
  /(^|\/)\.env(\.[^/]*)?$/.test(path) && !/\.(example|sample|template)$/.test(path)
