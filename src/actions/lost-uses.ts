import { basename } from 'node:path'

import type { Files } from '../files/files.ts'
import { packagesIn } from '../project/dependencies.ts'
import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'
import { withoutComments } from '../source/without-comments.ts'
import { placeOf } from '../text/lines.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { lostMembers } from './lost-members.ts'

/** Code that would not compile any more: where it stands, and what it names. */
export type LostUse = { path: string; line: number; names: string }

/** Where an app uses what it loses by a change set: a file, a package, a member of the platform. */
export function lostUses(files: Files, { changes }: ChangeSet): LostUse[] {
  const gone = new Set(changes.flatMap((each) => (each.kind === 'delete' ? [each.path] : [])))
  const packages = lostPackages(changes)
  const after = new Map(
    changes.flatMap((each) => (each.kind === 'edit' ? [[each.path, each.after] as const] : [])),
  )
  const members = lostMembers(changes)
  const words = [...[...gone].map((path) => basename(path)), ...packages]
  const code = files.list().filter((path) => SCRIPT.test(path) && !gone.has(path))
  return code.flatMap((path) => {
    const text = after.get(path) ?? files.read(path) ?? ''
    const asked = members.flatMap((member) => membersOf(path, text, member))
    // Nothing else is worth a parse.
    if (!words.some((word) => text.includes(word))) return asked
    const imports = importsOf(path, text).filter(
      ({ names }) => gone.has(importedPath(path, names)) || packages.has(packageOf(names)),
    )
    return imports.concat(asked)
  })
}

const SCRIPT = /\.[cm]?[jt]sx?$/

/** Static imports by the parse; `import('x')` by its words, since nothing else looks like it. */
function importsOf(path: string, text: string): LostUse[] {
  const reading = typescriptReader().read(text, path)
  const named = [...reading.imports, ...reading.exports].flatMap(({ from, start }) =>
    from === undefined ? [] : [{ from, start }],
  )
  const late = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(
    ({ 1: from = '', index }) => ({ from, start: index }),
  )
  return [...named, ...late].map(({ from, start }) => {
    return { path, line: placeOf(text, start).line, names: from }
  })
}

function membersOf(path: string, text: string, member: RegExp): LostUse[] {
  if (text.search(member) === -1) return []
  const code = withoutComments(text, typescriptReader().read(text, path))
  return [...code.matchAll(member)].map(({ 0: names, index }) => {
    return { path, line: placeOf(text, index).line, names }
  })
}

const packageOf = (from: string) => /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from

/** The packages that package.json lists before the changes and not after them. */
function lostPackages(changes: ChangeSet['changes']): Set<string> {
  const edit = changes.find((each) => each.kind === 'edit' && each.path === 'package.json')
  if (edit?.kind !== 'edit') return new Set()
  const [before, after] = [edit.before, edit.after].map(packagesIn)
  return new Set(before?.filter((name) => !after?.includes(name)))
}
