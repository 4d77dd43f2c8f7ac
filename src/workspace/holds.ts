import { createHash } from 'node:crypto'

import { statusOf } from '../files/file-system.ts'
import { readBytes } from '../files/read-text.ts'

/** The hash of the very bytes, line ends included: the journal gives back what was there. */
export const hashOf = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Whether a path holds a file of exactly this text; undefined stands for nothing at all. */
export function holds(path: string, text: string | undefined): boolean {
  const status = statusOf(path)
  if (!status || text === undefined) return !status && text === undefined
  if (!status.isFile() || status.size !== Buffer.byteLength(text)) return false
  return readBytes(path)?.equals(Buffer.from(text)) ?? false
}

/** The same by the hash of the text, null standing for nothing. */
export function holdsHash(path: string, hash: string | null): boolean {
  const status = statusOf(path)
  if (!status || hash === null) return !status && hash === null
  const bytes = status.isFile() ? readBytes(path) : undefined
  return bytes !== undefined && hashOf(bytes) === hash
}
