import { join, relative, sep } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { type FileSystem, statusOf } from '../files/file-system.ts'
import { hasCode } from '../files/system-error.ts'
import type { Conflict } from './find-conflicts.ts'

/** This machine's own state of an app; ignored by git. */
export const localFolder = (root: string) => join(root, '.elif', 'local')
export const journalFolder = (root: string) => join(localFolder(root), 'journal')

const stateFolders = (root: string) => [join(root, '.elif'), localFolder(root), journalFolder(root)]

/** Makes the folders of lock and journal where they are missing. */
export function makeLocalFolders(root: string, disk: FileSystem) {
  for (const folder of stateFolders(root)) {
    const status = statusOf(folder)
    if (status?.isFile())
      throw elifError('change-conflicts', { conflicts: [inTheWay(root, folder)] })
    if (status) continue
    try {
      disk.makeFolder(folder)
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    }
  }
}

function inTheWay(root: string, file: string): Conflict {
  const path = relative(root, file).split(sep).join('/')
  return { kind: 'folder', path, says: `${path} is a file, so elif has no folder for its journal.` }
}

/** Removes the folders of lock and journal as far as nothing is in them. */
export function removeEmptyLocalFolders(root: string, disk: FileSystem) {
  for (const folder of stateFolders(root).toReversed()) {
    if (!removedWhenEmpty(folder, disk)) return
  }
}

/** The folders that a run was to leave empty, innermost first; the owner may have filled one. */
export function removeEmptied(root: string, { emptied }: { emptied: string[] }, disk: FileSystem) {
  for (const folder of emptied.toSorted((one, other) => depth(other) - depth(one))) {
    removedWhenEmpty(join(root, folder), disk)
  }
}

const depth = (path: string) => path.split('/').length

export function removedWhenEmpty(folder: string, disk: FileSystem): boolean {
  try {
    disk.removeFolder(folder)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR')) return false
    throw error
  }
}
