import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import { type FileOwner, type NewFileMode, fileSystem, realPath, statusOf } from './file-system.ts'

/**
 * Puts a text in the place of a file at one stroke, keeping the file's mode; its folder is made.
 * A link stays a link: what it points to is written.
 */
export function writeAtomic(path: string, text: string, { mode }: { mode?: number } = {}) {
  mkdirSync(dirname(path), { recursive: true })
  const target = statusOf(path)?.isSymbolicLink() ? realPath(path) : path
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`
  try {
    fileSystem.write(temporary, text, modeFor(mode === undefined ? keptOf(target) : { mode }))
    fileSystem.rename(temporary, target)
  } catch (error) {
    if (statusOf(temporary)) fileSystem.unlink(temporary)
    throw error
  }
}

/** What a file keeps when it is written anew. */
export type Kept = { mode: number; owner?: FileOwner }

/** The bits of a file, and its owner where that is not who runs this; undefined for no file. */
export function keptOf(path: string): Kept | undefined {
  const status = statusOf(path)
  if (!status) return undefined
  const { uid, gid } = status
  const own = uid === process.getuid?.() && gid === process.getgid?.()
  return { mode: status.mode & 0o7777, ...(!own && { owner: { uid, gid } }) }
}

/** A file keeps what it has; a new one gets what the user's umask leaves. */
export const modeFor = (kept: Kept | undefined, asked = 0o666): NewFileMode =>
  kept === undefined ? { kind: 'asked', mode: asked } : { kind: 'exactly', ...kept }
