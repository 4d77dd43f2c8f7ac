import { dirname, join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { type FileSystem, realPath } from '../files/file-system.ts'
import { modeFor } from '../files/write-atomic.ts'
import type { FileWrite } from './file-writes.ts'
import { hiddenFiles, type HiddenFiles } from './hidden-files.ts'
import { holds } from './holds.ts'
import type { Journal } from './journal.ts'
import { setAside, takeName } from './take-place.ts'

type Placed = {
  write: FileWrite
  path: string
  hidden: HiddenFiles
  kept: Journal['writes'][0]['kept']
}

/**
 * Carries out what the journal announced. All texts are on the disk before the first file gives up
 * its place, so that a full disk is noticed early and the app is half-changed for moments only.
 */
export function writeFiles(root: string, journal: Journal, writes: FileWrite[], disk: FileSystem) {
  for (const folder of journal.folders) disk.makeFolder(join(root, folder))
  const placed = writes.map((write, index) => ({
    write,
    path: join(root, write.path),
    hidden: hiddenFiles(root, write.path, journal.id, index),
    kept: journal.writes[index]?.kept ?? null,
  }))
  const top = realPath(root)
  for (const each of placed) toldOf(each, () => writeNext(top, each, disk))
  for (const each of placed) toldOf(each, () => replace(top, each, disk))
  for (const folder of new Set(placed.map(({ path }) => dirname(path)))) disk.syncFolder(folder)
  for (const { write, hidden } of placed) {
    // An editor that writes into the file itself may have had it open when it was moved aside.
    if (write.before !== undefined && !holds(hidden.past, write.before)) throw overtaken(write)
  }
}

/** What the system refuses is told of the file, not of its hidden name. */
function toldOf({ path }: Placed, act: () => void) {
  try {
    act()
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? Object.assign(error, { path }) : error
  }
}

function writeNext(top: string, { write, hidden, kept }: Placed, disk: FileSystem) {
  if (write.after === undefined) return
  assertPlace(top, write)
  disk.write(hidden.next, write.after, modeFor(kept ?? undefined, write.executable ? 0o777 : 0o666))
}

function replace(top: string, { write, path, hidden }: Placed, disk: FileSystem) {
  const { before, after } = write
  assertPlace(top, write)
  const isBefore = (aside: string) => holds(aside, before)
  if (before !== undefined && !setAside(path, hidden.past, isBefore, disk)) throw overtaken(write)
  if (after !== undefined && !takeName(hidden.next, path, disk)) throw overtaken(write)
}

/** Paths are real ones here: a folder that is a link by now was swapped since the plan was made. */
function assertPlace(top: string, { path }: FileWrite) {
  const folder = dirname(join(top, path))
  if (realPath(folder) === folder) return
  const says = `${path} goes through a link that was not there before.`
  throw elifError('change-conflicts', { conflicts: [{ kind: 'link', path, says }] })
}

function overtaken({ path }: FileWrite) {
  const says = `${path} has changed since the plan was made.`
  return elifError('change-conflicts', { conflicts: [{ kind: 'changed', path, says }] })
}
