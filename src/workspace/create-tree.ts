import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'

import {
  type FileSystem,
  fileSystem,
  makeFolders,
  namesIn,
  removeTree,
} from '../files/file-system.ts'
import { isRunning } from '../files/is-running.ts'
import { modeFor } from '../files/write-atomic.ts'
import type { FileWrite } from './file-writes.ts'

/**
 * Writes a whole new folder beside its place and moves it there: it exists completely or not at
 * all. What a killed elif has left beside it is removed. Nothing here was anybody's before, so the
 * files are not forced onto the disk one by one, which would take more time than all the rest.
 */
export function createTree(root: string, writes: FileWrite[], disk: FileSystem = fileSystem) {
  makeFolders(dirname(root))
  removeAbandoned(root)
  const draft = join(dirname(root), draftName(root))
  try {
    for (const { path, after, executable } of writes) {
      if (after === undefined) continue
      makeFolders(dirname(join(draft, path)))
      disk.writeDraft(join(draft, path), after, modeFor(undefined, executable ? 0o777 : 0o666))
    }
    disk.rename(draft, root)
  } catch (error) {
    removeTree(draft)
    throw error
  }
}

const prefixOf = (root: string) => `.${basename(root)}.elif-`

const draftName = (root: string) =>
  `${prefixOf(root)}${process.pid}-${randomBytes(6).toString('hex')}`

function removeAbandoned(root: string) {
  for (const name of namesIn(dirname(root))) {
    if (!name.startsWith(prefixOf(root))) continue
    const [, pid] = /^(\d+)-[0-9a-f]{12}$/.exec(name.slice(prefixOf(root).length)) ?? []
    if (pid && !isRunning(Number(pid))) removeTree(join(dirname(root), name))
  }
}
