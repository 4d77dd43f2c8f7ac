import { join } from 'node:path'

import { namesIn } from '../files/file-system.ts'
import { foldedName } from '../text/folded-name.ts'
import type { FileWrite } from './file-writes.ts'
import type { Conflict } from './find-conflicts.ts'

/** A new file beside one whose name is the same on macOS or Windows: a trap for whoever clones. */
export function otherSpelling(
  root: string,
  { path, before, after }: FileWrite,
  gone: Set<string>,
): Conflict | undefined {
  if (before !== undefined || after === undefined) return undefined
  const parts = path.split('/')
  for (const [index, part] of parts.entries()) {
    const folder = parts.slice(0, index).join('/')
    const names = namesIn(join(root, folder))
    if (names.includes(part)) continue
    const other = names.find((name) => foldedName(name) === foldedName(part))
    if (other === undefined) return undefined
    const taken = [folder, other].filter(Boolean).join('/')
    return gone.has(taken) ? undefined : clash(path, taken)
  }
  return undefined
}

/** New files of one plan that would be one file, or lie in one folder, under two spellings. */
export function clashesWithin(writes: FileWrite[]): Conflict[] {
  const seen = new Map<string, string>()
  const later = writes.filter(({ after }) => after !== undefined)
  return later.flatMap(({ path, before }) => {
    const spelled = foldersAndFile(path)
    const other = spelled
      .map((each) => ({ each, first: seen.get(foldedName(each)) }))
      .find(({ each, first }) => first !== undefined && first !== each)?.first
    for (const each of spelled) if (!seen.has(foldedName(each))) seen.set(foldedName(each), each)
    return other !== undefined && before === undefined ? [clash(path, other)] : []
  })
}

const foldersAndFile = (path: string) =>
  path.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'))

function clash(path: string, taken: string): Conflict {
  const part = foldersAndFile(path).find((each) => foldedName(each) === foldedName(taken)) ?? path
  const how = part.toLowerCase() === taken.toLowerCase() ? 'in case' : 'in invisible ways'
  return { kind: 'case', path, says: `${path} differs from ${taken} ${how} only.` }
}
