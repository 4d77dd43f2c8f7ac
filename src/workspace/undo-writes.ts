import { join } from 'node:path'

import { type FileSystem, statusOf } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { modeFor } from '../files/write-atomic.ts'
import { hashOf, type Journal, temporaryPath } from './journal.ts'
import { removedWhenEmpty } from './local-folder.ts'

/**
 * Gives every file of the journal its bytes of before; may be repeated after another crash.
 * A file that somebody has changed since then is not touched: its path is answered.
 */
export function undoWrites(root: string, journal: Journal, disk: FileSystem): string[] {
  const kept = journal.writes.toReversed().filter((write) => !undone(root, journal.id, write, disk))
  for (const folder of journal.folders.toReversed()) removedWhenEmpty(join(root, folder), disk)
  return kept.map(({ path }) => path)
}

function undone(root: string, id: string, write: Journal['writes'][number], disk: FileSystem) {
  const path = join(root, write.path)
  const temporary = temporaryPath(root, write.path, id)
  if (statusOf(temporary)) disk.unlink(temporary)
  const now = readText(path) ?? null
  if (now === write.before) return true
  if ((now === null ? null : hashOf(now)) !== write.after) return false
  if (write.before === null) {
    disk.unlink(path)
    return true
  }
  disk.write(temporary, write.before, modeFor(write.mode ?? undefined))
  disk.rename(temporary, path)
  return true
}
