import { join } from 'node:path'

import { type FileSystem, fileIdentity, statusOf } from '../files/file-system.ts'
import { modeFor } from '../files/write-atomic.ts'
import { hiddenFiles, type HiddenFiles } from './hidden-files.ts'
import { holds, holdsHash } from './holds.ts'
import type { Journal } from './journal.ts'
import { removedWhenEmpty } from './local-folder.ts'
import { putBack, setAside, takeName } from './take-place.ts'

type Write = Journal['writes'][number]
type Placed = { write: Write; path: string; hidden: HiddenFiles; disk: FileSystem }

/**
 * Gives every path of the journal the file it had before; may be repeated after another crash.
 * A file that somebody has changed since then is not touched: its path is answered.
 */
export function undoWrites(root: string, journal: Journal, disk: FileSystem): string[] {
  const placed = placedOf(root, journal, disk)
  const kept = placed.toReversed().filter((each) => !undone(each))
  for (const folder of journal.folders.toReversed()) removedWhenEmpty(join(root, folder), disk)
  return [...kept.map(({ write }) => write.path), ...leftBeside(placed, root)]
}

/** Removes what the writes of a finished apply have replaced; answers what is none of its texts. */
export function forgetPast(root: string, journal: Journal, disk: FileSystem): string[] {
  const placed = placedOf(root, journal, disk)
  for (const each of placed) unlinkPast(each)
  return leftBeside(placed, root)
}

const placedOf = (root: string, journal: Journal, disk: FileSystem): Placed[] =>
  journal.writes.map((write, index) => ({
    write,
    path: join(root, write.path),
    hidden: hiddenFiles(root, write.path, journal.id, index),
    disk,
  }))

/** An editor has written into the file while it lay aside, and there is no place for it. */
const leftBeside = (placed: Placed[], root: string) =>
  placed
    .map(({ hidden }) => hidden.past)
    .filter(statusOf)
    .map((path) => path.slice(root.length + 1))

function undone(placed: Placed): boolean {
  const { write, path, hidden, disk } = placed
  if (statusOf(hidden.undone)) takenBackBefore(placed)
  if (statusOf(hidden.next)) disk.unlink(hidden.next)
  if (statusOf(hidden.past)) return pastIsBack(placed)
  if (holds(path, write.before ?? undefined)) return true
  return holdsHash(path, write.after) && beforeIsBack(placed)
}

/** A recovery was killed between moving a text away and looking at it. */
function takenBackBefore({ write, path, hidden, disk }: Placed) {
  if (holdsHash(hidden.undone, write.after)) disk.unlink(hidden.undone)
  else putBack(hidden.undone, path, disk)
}

/** The very file that was there, with whatever its owner has written into it meanwhile. */
function pastIsBack(placed: Placed): boolean {
  const { path, hidden, disk } = placed
  if (fileIdentity(path) === fileIdentity(hidden.past)) {
    disk.unlink(hidden.past)
    return true
  }
  const isFree = !statusOf(path) || oursIsAway(placed)
  const isBack = isFree && takeName(hidden.past, path, disk)
  if (statusOf(hidden.undone)) disk.unlink(hidden.undone)
  if (!isBack) unlinkPast(placed)
  return isBack
}

/** Without the file itself there is still its text, in the journal. */
function beforeIsBack(placed: Placed): boolean {
  const { write, path, hidden, disk } = placed
  if (write.after !== null && !oursIsAway(placed)) return false
  if (write.before !== null) {
    disk.write(hidden.next, write.before, modeFor(write.kept ?? undefined))
    if (!takeName(hidden.next, path, disk)) disk.unlink(hidden.next)
  }
  if (statusOf(hidden.undone)) disk.unlink(hidden.undone)
  return holds(path, write.before ?? undefined)
}

const oursIsAway = ({ write, path, hidden, disk }: Placed) =>
  write.after !== null &&
  setAside(path, hidden.undone, (aside) => holdsHash(aside, write.after), disk)

function unlinkPast({ write, hidden, disk }: Placed) {
  if (write.before !== null && holds(hidden.past, write.before)) disk.unlink(hidden.past)
}
