import { dirname, join } from 'node:path'

import { ElifError, elifError } from '../errors/elif-error.ts'
import { type FileSystem, fileSystem, statusOf } from '../files/file-system.ts'
import { quietly } from '../files/quietly.ts'
import type { ChangeSet } from './change-set.ts'
import { createTree } from './create-tree.ts'
import { type FileWrite, fileWrites } from './file-writes.ts'
import { findConflicts } from './find-conflicts.ts'
import { holds } from './holds.ts'
import {
  closeJournal,
  type Journal,
  journalOf,
  journalPath,
  journalsIn,
  openJournal,
} from './journal.ts'
import { removeEmptied, removeEmptyLocalFolders } from './local-folder.ts'
import { withLock } from './lock.ts'
import { realWrite } from './real-write.ts'
import { recoverLocked } from './recover.ts'
import { forgetPast, undoWrites } from './undo-writes.ts'
import { writeFiles } from './write-files.ts'

/**
 * `command` is what a later recovery calls the run; `emptied` are folders that go afterwards when
 * nothing is left in them; `disk` is replaced by tests only.
 */
export type ApplyOptions = {
  command?: string
  emptied?: string[]
  disk?: FileSystem
  /** Adds what the ledger says of the changes, once nobody else writes and no half run lies there. */
  recorded?: (changeSet: ChangeSet) => ChangeSet
}

/**
 * Writes a change set: all of it or nothing, also when the process is killed in between.
 * A root that does not exist is built beside its place and appears at one stroke.
 */
export async function applyChangeSet(
  root: string,
  changeSet: ChangeSet,
  { command = 'elif', emptied = [], disk = fileSystem, recorded = asItIs }: ApplyOptions = {},
): Promise<void> {
  // What a crashed run has left would look like conflicts; below it is put right first.
  if (journalsIn(root).length === 0) await refuseConflicts(root, changeSet)
  if (!statusOf(root)) return createTree(root, fileWrites(recorded(changeSet)), disk)
  if (changeSet.changes.length === 0 && recorded === asItIs) return
  try {
    await withLock(root, { command, disk }, async () => {
      recoverLocked(root, disk)
      const all = recorded(changeSet)
      await refuseConflicts(root, all)
      write(root, { command, emptied }, fileWrites(all), disk)
    })
  } catch (error) {
    quietly(() => removeEmptyLocalFolders(root, disk))
    throw error instanceof ElifError ? error : failed(error)
  }
}

const asItIs = (changeSet: ChangeSet) => changeSet

async function refuseConflicts(root: string, changeSet: ChangeSet) {
  const conflicts = await findConflicts(root, changeSet)
  if (conflicts.length > 0) throw elifError('change-conflicts', { conflicts })
}

type Told = { command: string; emptied: string[] }

function write(root: string, told: Told, all: FileWrite[], disk: FileSystem) {
  const writes = all
    .map((each) => realWrite(root, each))
    .filter(({ path, after }) => !holds(join(root, path), after))
    .toSorted(deletesFirst)
  if (writes.length === 0) return
  const journal = journalOf(root, told, writes)
  const open = journalPath(root, journal.id, 'open')
  const done = journalPath(root, journal.id, 'done')
  try {
    openJournal(root, journal, disk)
    writeFiles(root, journal, writes, disk)
    disk.rename(open, done)
  } catch (error) {
    takeBack(root, journal, disk)
    throw error
  }
  const kept = closeLanded(root, journal, disk)
  if (kept.length > 0) throw elifError('change-overtaken', { kept })
}

/** A disk that fails here too leaves the journal, and with it the next command puts all right. */
function takeBack(root: string, journal: Journal, disk: FileSystem) {
  const open = journalPath(root, journal.id, 'open')
  const done = journalPath(root, journal.id, 'done')
  try {
    // A rename may be carried out and still be called a failure, on a network disk.
    if (statusOf(done)) disk.rename(done, open)
    undoWrites(root, journal, disk)
    closeJournal(open, disk)
  } catch (cause) {
    throw elifError('change-unfinished', faultOf(cause), { cause })
  }
}

/** Where case does not count, product.ts has no place before Product.ts has left it. */
const deletesFirst = (one: FileWrite, other: FileWrite) =>
  Number(one.after !== undefined) - Number(other.after !== undefined)

/** The files have landed: what stays of the journal is no failure, the next run removes it. */
function closeLanded(root: string, journal: Journal, disk: FileSystem): string[] {
  const done = journalPath(root, journal.id, 'done')
  try {
    disk.syncFolder(dirname(done))
    const kept = forgetPast(root, journal, disk)
    removeEmptied(root, journal, disk)
    disk.unlink(done)
    return kept
  } catch {
    return []
  }
}

const failed = (cause: unknown) => elifError('change-failed', faultOf(cause), { cause })

function faultOf(cause: unknown) {
  const { path = 'A file', code, message = String(cause) } = cause as Partial<NodeJS.ErrnoException>
  return { path, reason: code ?? message }
}
