import { type FileSystem, fileSystem } from '../files/file-system.ts'
import { type Journal, journalsIn } from './journal.ts'
import { removeEmptied, removeEmptyLocalFolders } from './local-folder.ts'
import { withLock } from './lock.ts'
import { readJournal } from './read-journal.ts'
import { forgetPast, undoWrites } from './undo-writes.ts'

/** What became of an interrupted run; `kept` are files changed since by somebody else. */
export type Recovery =
  | { kind: 'nothing' }
  | { kind: 'finished'; command: string; kept: string[] }
  | { kind: 'rolled-back'; command: string; kept: string[] }

/** Ends what a killed elif has begun, so that its run happened wholly or not at all. */
export async function recover(root: string, { disk = fileSystem } = {}): Promise<Recovery> {
  if (journalsIn(root).length === 0) return { kind: 'nothing' }
  const recovery = await withLock(root, { command: 'elif (recovering)', disk }, async () =>
    recoverLocked(root, disk),
  )
  removeEmptyLocalFolders(root, disk)
  return recovery
}

/** The same for a caller that holds the lock. */
export function recoverLocked(root: string, disk: FileSystem): Recovery {
  let recovery: Recovery = { kind: 'nothing' }
  for (const { path, state } of journalsIn(root)) {
    if (state !== 'draft') recovery = ended(root, state, readJournal(root, path), disk)
    disk.unlink(path)
  }
  return recovery
}

function ended(root: string, state: 'open' | 'done', journal: Journal, disk: FileSystem): Recovery {
  const { command } = journal
  if (state === 'open') {
    return { kind: 'rolled-back', command, kept: undoWrites(root, journal, disk) }
  }
  const kept = forgetPast(root, journal, disk)
  removeEmptied(root, journal, disk)
  return { kind: 'finished', command, kept }
}
