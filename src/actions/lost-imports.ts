import { basename } from 'node:path'

import type { Files } from '../files/files.ts'
import { packagesIn } from '../project/dependencies.ts'
import { importedPath } from '../source/imported-path.ts'
import { typescriptReader } from '../source/readers.ts'
import { placeOf } from '../text/lines.ts'
import type { ChangeSet } from '../workspace/change-set.ts'

/** An import that would lead nowhere, and where it stands. */
export type LostImport = { path: string; line: number; from: string }

/** The imports of an app that lose their file or their package by a change set. */
export function lostImports(files: Files, { changes }: ChangeSet): LostImport[] {
  const gone = new Set(changes.flatMap((each) => (each.kind === 'delete' ? [each.path] : [])))
  const packages = lostPackages(changes)
  const after = new Map(
    changes.flatMap((each) => (each.kind === 'edit' ? [[each.path, each.after] as const] : [])),
  )
  const words = [...[...gone].map((path) => basename(path)), ...packages]
  const code = files.list().filter((path) => SCRIPT.test(path) && !gone.has(path))
  return code.flatMap((path) => {
    const text = after.get(path) ?? files.read(path) ?? ''
    // Nothing else is worth a parse.
    if (!words.some((word) => text.includes(word))) return []
    return importsOf(path, text).filter(
      ({ from }) => gone.has(importedPath(path, from)) || packages.has(packageOf(from)),
    )
  })
}

const SCRIPT = /\.[cm]?[jt]sx?$/

/** Static imports by the parse; `import('x')` by its words, since nothing else looks like it. */
function importsOf(path: string, text: string): LostImport[] {
  const reading = typescriptReader().read(text, path)
  const named = [...reading.imports, ...reading.exports].flatMap(({ from, start }) =>
    from === undefined ? [] : [{ from, start }],
  )
  const late = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(
    ({ 1: from = '', index }) => ({ from, start: index }),
  )
  return [...named, ...late].map(({ from, start }) => {
    return { path, line: placeOf(text, start).line, from }
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
