import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'

import { elifError } from '../errors/elif-error.ts'
import { hasCode, isNowhere } from './system-error.ts'

/**
 * The text of a file, byte order mark included; undefined when there is none.
 * What is not UTF-8 is refused, because writing it back would not give the same bytes.
 */
export function readText(path: string, { limit = Infinity } = {}): string | undefined {
  const bytes = readBytes(path, limit)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw elifError('file-encoding', { path }, { at: { path }, cause })
  }
}

/** The bytes of a file; undefined when there is none. A pipe or a device may never end: refused. */
export function readBytes(path: string, limit = Infinity): Buffer | undefined {
  const file = opened(path)
  if (file === undefined) return undefined
  try {
    const status = fstatSync(file)
    if (status.isDirectory()) return undefined
    if (!status.isFile()) throw elifError('file-special', { path }, { at: { path } })
    if (status.size > limit) throw elifError('file-too-large', { path, limit }, { at: { path } })
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

function opened(path: string): number | undefined {
  try {
    // Opening a pipe would wait for somebody to write into it.
    return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    if (isNowhere(error) || hasCode(error, 'EISDIR')) return undefined
    if (hasCode(error, 'ENXIO')) throw elifError('file-special', { path }, { at: { path } })
    throw error
  }
}
