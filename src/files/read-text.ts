import { readFileSync } from 'node:fs'

import { elifError } from '../errors/elif-error.ts'
import { hasCode } from './system-error.ts'

/**
 * The text of a file, byte order mark included; undefined when there is none.
 * What is not UTF-8 is refused, because writing it back would not give the same bytes.
 */
export function readText(path: string): string | undefined {
  const bytes = readBytes(path)
  if (!bytes) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw elifError('file-encoding', { path }, { at: { path }, cause })
  }
}

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined
    throw error
  }
}
