import { dirname, join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import type { FileSystem } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { modeFor, modeOf } from '../files/write-atomic.ts'
import type { FileWrite } from './file-writes.ts'
import { type Journal, temporaryPath } from './journal.ts'

/** Carries out what the journal announced, each file at one stroke. */
export function writeFiles(root: string, journal: Journal, writes: FileWrite[], disk: FileSystem) {
  for (const folder of journal.folders) disk.makeFolder(join(root, folder))
  for (const write of writes) writeFile(root, journal, write, disk)
  const folders = new Set(writes.map(({ path }) => dirname(join(root, path))))
  for (const folder of folders) disk.syncFolder(folder)
}

function writeFile(root: string, journal: Journal, write: FileWrite, disk: FileSystem) {
  const path = join(root, write.path)
  if (write.after === undefined) {
    assertUnchanged(path, write)
    return disk.unlink(path)
  }
  const temporary = temporaryPath(root, write.path, journal.id)
  const kept = modeOf(path) ?? (write.like && modeOf(join(root, write.like)))
  disk.write(temporary, write.after, modeFor(kept || undefined, write.executable ? 0o777 : 0o666))
  assertUnchanged(path, write)
  disk.rename(temporary, path)
}

/** Looked at again right before: an editor may have saved the file in the meantime. */
function assertUnchanged(path: string, write: FileWrite) {
  if (readText(path) === write.before) return
  const says = `${write.path} has changed since the plan was made.`
  throw elifError('change-conflicts', { conflicts: [{ kind: 'changed', path: write.path, says }] })
}
