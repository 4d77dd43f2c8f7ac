import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

import { type NewFileMode, fileSystem, realPath, statusOf } from './file-system.ts'

/**
 * Puts a text in the place of a file at one stroke, keeping the file's mode; its folder is made.
 * A link stays a link: what it points to is written.
 */
export function writeAtomic(path: string, text: string, { mode }: { mode?: number } = {}) {
  mkdirSync(dirname(path), { recursive: true })
  const target = statusOf(path)?.isSymbolicLink() ? realPath(path) : path
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`
  try {
    fileSystem.write(temporary, text, modeFor(mode ?? modeOf(target)))
    fileSystem.rename(temporary, target)
  } catch (error) {
    if (statusOf(temporary)) fileSystem.unlink(temporary)
    throw error
  }
}

/** The permission bits of a file; undefined when there is none. */
export function modeOf(path: string): number | undefined {
  const status = statusOf(path)
  return status && status.mode & 0o7777
}

/** A file keeps its bits; a new one gets what the user's umask leaves. */
export const modeFor = (kept: number | undefined, asked = 0o666): NewFileMode =>
  kept === undefined ? { kind: 'asked', mode: asked } : { kind: 'exactly', mode: kept }
