import { join } from 'node:path'

import { statusOf } from '../files/file-system.ts'
import { insideApp } from './app-path.ts'
import type { ChangeSet } from './change-set.ts'
import { type FileWrite, fileWrites } from './file-writes.ts'
import { holds } from './holds.ts'
import { impossibleName, ownedByOthers } from './name-fault.ts'
import { isReadOnly } from './read-only.ts'
import { realPlace } from './real-place.ts'
import { clashesWithin, otherSpelling } from './spellings.ts'

/** Why a change cannot be carried out on the disk as it is. */
export type Conflict = {
  kind:
    | 'changed'
    | 'missing'
    | 'covers'
    | 'case'
    | 'link'
    | 'git'
    | 'packages'
    | 'state'
    | 'name'
    | 'folder'
    | 'special'
    | 'read-only'
    | 'twice'
  path: string
  says: string
}

/** Everything on the disk that a change set would lose or cannot write; empty when it may land. */
export async function findConflicts(root: string, changeSet: ChangeSet): Promise<Conflict[]> {
  const writes = fileWrites(changeSet)
  const gone = new Set(writes.filter(({ after }) => after === undefined).map(({ path }) => path))
  const found = writes.flatMap((write) => conflictOf(root, write, gone) ?? [])
  return [...found, ...clashesWithin(writes), ...writtenTwice(root, writes)]
}

function conflictOf(root: string, write: FileWrite, gone: Set<string>): Conflict | undefined {
  const path = insideApp(write.path)
  const isNew = write.before === undefined
  const named = ownedByOthers(path) ?? (isNew ? impossibleName(path) : undefined)
  if (named) return { ...named, path }
  if (!statusOf(root)) return undefined
  const real = realPlace(root, path)
  if (real === undefined) {
    return { kind: 'link', path, says: `${path} goes through a link that leaves the app.` }
  }
  const behind = ownedByOthers(real)
  if (behind) return { ...behind, path }
  return (
    badPlace(root, { ...write, real }) ??
    badText(root, { ...write, real }) ??
    otherSpelling(root, write, gone)
  )
}

/** A write, and where its path leads when links are followed. */
type Placed = FileWrite & { real: string }

/** What a link or a file in the way would make of the path. */
function badPlace(root: string, { path, real, after }: Placed): Conflict | undefined {
  const parts = real.split('/')
  for (let count = 1; count < parts.length; count++) {
    const folder = parts.slice(0, count).join('/')
    const status = statusOf(join(root, folder))
    if (!status) break
    if (!status.isDirectory()) {
      return { kind: 'folder', path, says: `${folder} is a file, so ${path} has no folder.` }
    }
  }
  if (after === undefined && statusOf(join(root, path))?.isSymbolicLink()) {
    return { kind: 'link', path, says: `${path} is a link, which elif does not move or delete.` }
  }
  return undefined
}

function badText(root: string, { path, real, before, after }: Placed): Conflict | undefined {
  const place = join(root, real)
  const status = statusOf(place)
  if (status?.isDirectory()) return { kind: 'folder', path, says: `${path} is a folder.` }
  if (status && !status.isFile()) {
    return { kind: 'special', path, says: `${path} is a pipe, a socket or a device.` }
  }
  if (holds(place, after)) return undefined
  if (holds(place, before)) return isReadOnly(root, real) ? readOnly(path) : undefined
  if (!status) return { kind: 'missing', path, says: `${path} is gone.` }
  if (before === undefined) {
    return { kind: 'covers', path, says: `${path} exists already with other contents.` }
  }
  return { kind: 'changed', path, says: `${path} has changed since the plan was made.` }
}

const readOnly = (path: string): Conflict => ({
  kind: 'read-only',
  path,
  says: `${path}, or the folder it lies in, is read-only.`,
})

/** Two paths of a plan that a link makes one file. */
function writtenTwice(root: string, writes: FileWrite[]): Conflict[] {
  if (!statusOf(root)) return []
  const seen = new Map<string, string>()
  return writes.flatMap(({ path }): Conflict[] => {
    const real = realPlace(root, path)
    const other = real && seen.get(real)
    if (real) seen.set(real, path)
    return other ? [{ kind: 'twice', path, says: `${path} and ${other} are one file.` }] : []
  })
}
