import { join } from 'node:path'

import { namesIn, statusOf } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { insideApp } from './app-path.ts'
import type { ChangeSet } from './change-set.ts'
import { type FileWrite, fileWrites } from './file-writes.ts'
import { leavesApp } from './leaves-app.ts'

/** Why a change cannot be carried out on the disk as it is. */
export type Conflict = {
  kind: 'changed' | 'missing' | 'covers' | 'case' | 'link' | 'git' | 'folder'
  path: string
  says: string
}

/** Everything on the disk that a change set would lose or cannot write; empty when it may land. */
export async function findConflicts(root: string, changeSet: ChangeSet): Promise<Conflict[]> {
  const writes = fileWrites(changeSet)
  const gone = new Set(writes.filter(({ after }) => after === undefined).map(({ path }) => path))
  const found = writes.flatMap((write) => conflictOf(root, write, gone) ?? [])
  return [...found, ...sameButCase(writes)]
}

/** Git's folder under any of the names that some file system takes for it. */
const isGit = (part: string) => /^(\.git[. ]*|git~\d+)$/i.test(part)

function conflictOf(root: string, write: FileWrite, gone: Set<string>): Conflict | undefined {
  const path = insideApp(write.path)
  if (path.split('/').some(isGit)) {
    return { kind: 'git', path, says: `${path} lies in git's own folder.` }
  }
  if (!statusOf(root)) return undefined
  return badPlace(root, write) ?? badText(root, write) ?? otherSpelling(root, write, gone)
}

/** What a link or a file in the way would make of the path. */
function badPlace(root: string, { path, after }: FileWrite): Conflict | undefined {
  const parts = path.split('/')
  for (let count = 1; count < parts.length; count++) {
    const folder = parts.slice(0, count).join('/')
    const status = statusOf(join(root, folder))
    if (!status) return undefined
    if (status.isFile()) {
      return { kind: 'folder', path, says: `${folder} is a file, so ${path} has no folder.` }
    }
  }
  if (leavesApp(root, path)) {
    return { kind: 'link', path, says: `${path} goes through a link that leaves the app.` }
  }
  if (after === undefined && statusOf(join(root, path))?.isSymbolicLink()) {
    return { kind: 'link', path, says: `${path} is a link, which elif does not move or delete.` }
  }
  return undefined
}

function badText(root: string, { path, before, after }: FileWrite): Conflict | undefined {
  const status = statusOf(join(root, path))
  if (status?.isDirectory()) {
    return { kind: 'folder', path, says: `${path} is a folder.` }
  }
  const text = readText(join(root, path))
  if (text === before || text === after) return undefined
  if (text === undefined) return { kind: 'missing', path, says: `${path} is gone.` }
  if (before === undefined) {
    return { kind: 'covers', path, says: `${path} exists already with other contents.` }
  }
  return { kind: 'changed', path, says: `${path} has changed since the plan was made.` }
}

/** A new file beside one whose name differs in case only: a trap on macOS and Windows. */
function otherSpelling(root: string, write: FileWrite, gone: Set<string>): Conflict | undefined {
  const { path, before, after } = write
  if (before !== undefined || after === undefined) return undefined
  const parts = path.split('/')
  for (const [index, part] of parts.entries()) {
    const folder = parts.slice(0, index).join('/')
    const names = namesIn(join(root, folder))
    if (names.includes(part)) continue
    const other = names.find((name) => name.toLowerCase() === part.toLowerCase())
    if (other === undefined) return undefined
    const taken = [folder, other].filter(Boolean).join('/')
    if (gone.has(taken)) return undefined
    return { kind: 'case', path, says: `${path} differs from ${taken} in case only.` }
  }
  return undefined
}

function sameButCase(writes: FileWrite[]): Conflict[] {
  const seen = new Map<string, string>()
  return writes.flatMap(({ path, after }): Conflict[] => {
    const other = seen.get(path.toLowerCase())
    if (after !== undefined) seen.set(path.toLowerCase(), path)
    if (after === undefined || other === undefined) return []
    return [{ kind: 'case', path, says: `${path} differs from ${other} in case only.` }]
  })
}
