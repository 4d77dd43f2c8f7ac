import { relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

import { elifError, type ElifError, type Place } from '../errors/elif-error.ts'
import type { Failure } from './worker.ts'

/** Why an app did not become ready, with the place in its own code where there is one. */
export function bootFault(root: string, { ending, printed, report }: Failure): ElifError {
  const at = placeOf(root, `${report?.stack ?? ''}\n${printed}`)
  const options = at ? { at } : {}
  if (!report) return elifError('dev-boot-exit', { ending }, options)
  const { name, message } = report
  const named = name && name !== 'Error' ? `${name}: ${message}` : message
  return elifError('dev-boot', { message: named }, options)
}

/** The lines of a trace that speak of the app's own files, by their paths in it. */
export function ownTrace(root: string, stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && placesIn(root, line).length > 0)
    .map((line) => line.trim().replaceAll('file://', '').replaceAll(`${root}${sep}`, ''))
    .join('\n')
}

/** The first place in the app's own code that a text names. */
export function placeOf(root: string, text: string): Place | undefined {
  return placesIn(root, text)[0]
}

const named = /(file:\/\/[^\s():]+|\/[^\s():]+|[A-Za-z]:\\[^\s():]+):(\d+)(?::(\d+))?/g

function placesIn(root: string, text: string): Place[] {
  return [...text.matchAll(named)].flatMap(([, file = '', line, column]) => {
    const path = pathInApp(root, file)
    if (path === undefined) return []
    return [{ path, line: Number(line), ...(column ? { column: Number(column) } : {}) }]
  })
}

function pathInApp(root: string, file: string): string | undefined {
  const absolute = file.startsWith('file://') ? pathOfUrl(file) : file
  const path = absolute === undefined ? '..' : relative(root, absolute).split(sep).join('/')
  return path.startsWith('..') || path.includes('node_modules/') ? undefined : path
}

function pathOfUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url)
  } catch {
    return undefined
  }
}
