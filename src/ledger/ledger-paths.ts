import { randomBytes } from 'node:crypto'

import { timeStamp } from '../text/time-stamp.ts'

export const ledgerFolder = '.elif'
export const runsFolder = `${ledgerFolder}/runs`
export const basesFolder = `${ledgerFolder}/base`

/** Where the text of a file as elif last rendered it is kept. */
export const basePath = (path: string) => `${basesFolder}/${path}.base`

/** The file that a base is of; undefined for what is no base. */
export const pathOfBase = (base: string): string | undefined =>
  base.startsWith(`${basesFolder}/`) && base.endsWith('.base')
    ? base.slice(basesFolder.length + 1, -'.base'.length)
    : undefined

/** A name that two branches never choose both: `20261120T101500-4f1c2a9be0d3.json`. */
export function newRunPath(at: Date): string {
  return `${runsFolder}/${timeStamp(at)}-${randomBytes(6).toString('hex')}.json`
}

export const isRunPath = (path: string) =>
  path.startsWith(`${runsFolder}/`) && path.endsWith('.json')

/** Where the record of a run is, by its name. */
export const recordPath = (name: string) => `${runsFolder}/${name}.json`

/** The name of a run, as people type it: that of its record. */
export const runName = (record: string) => record.slice(runsFolder.length + 1, -'.json'.length)

/** Beside the record of a run: the texts that it changed, whole, as they were before and after. */
export const diffPath = (record: string) => record.replace(/\.json$/, '.diff')

/** Environment files hold secrets; their examples and the bases of these do not. */
export const isSecret = (path: string) =>
  /(^|\/)\.env(\.[^/]*)?$/.test(path) && !/\.(example|sample|template)(\.base)?$/.test(path)
