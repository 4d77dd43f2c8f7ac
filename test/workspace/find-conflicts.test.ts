import { mkdirSync, symlinkSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import type { Change } from '../../src/workspace/change-set.ts'
import { findConflicts } from '../../src/workspace/find-conflicts.ts'
import { changeSetOf, scratchApp, treeOf } from './scratch-app.ts'

const create = (path: string): Change => ({ kind: 'create', path, after: 'new\n' })
const edit = (path: string): Change => ({ kind: 'edit', path, before: 'old\n', after: 'new\n' })

const conflicts: [name: string, files: Record<string, string>, change: Change, says: string][] = [
  [
    'a file changed',
    { 'a.ts': 'mine\n' },
    edit('a.ts'),
    'a.ts has changed since the plan was made.',
  ],
  ['a file is gone', { 'b.ts': '' }, edit('a.ts'), 'a.ts is gone.'],
  [
    'a file of the user is there',
    { 'a.ts': 'mine\n' },
    create('a.ts'),
    'a.ts exists already with other contents.',
  ],
  [
    'a name differs in case only',
    { 'src/Product.ts': '' },
    create('src/product.ts'),
    'src/product.ts differs from src/Product.ts in case only.',
  ],
  [
    'a folder differs in case only',
    { 'src/Product/a.ts': '' },
    create('src/product/b.ts'),
    'src/product/b.ts differs from src/Product in case only.',
  ],
  [
    'a file lies where a folder belongs',
    { src: '' },
    create('src/a.ts'),
    'src is a file, so src/a.ts has no folder.',
  ],
  ['a folder lies where a file belongs', { 'src/a.ts': '' }, create('src'), 'src is a folder.'],
  [
    'it lies in git',
    { 'a.ts': '' },
    create('.git/hooks/pre-commit'),
    ".git/hooks/pre-commit lies in git's own folder.",
  ],
  [
    'it lies in git, in disguise',
    { 'a.ts': '' },
    create('.GIT/config'),
    ".GIT/config lies in git's own folder.",
  ],
]

describe('a change cannot land', () => {
  test.each(conflicts)('when %s', async (_name, files, change, says) => {
    using app = scratchApp(files)
    const before = treeOf(app.root)
    const found = await findConflicts(app.root, changeSetOf(change))
    expect(found.map((conflict) => conflict.says)).toEqual([says])

    const applied = applyChangeSet(app.root, changeSetOf(create('other.ts'), change))
    await expect(applied).rejects.toMatchObject({ code: 'change-conflicts' })
    expect(treeOf(app.root)).toEqual(before)
  })

  test('when its path goes through a link that leaves the app', async () => {
    using app = scratchApp({ 'a.ts': '' })
    using other = scratchApp({ 'b.ts': 'old\n' })
    symlinkSync(other.root, app.path('linked'))
    symlinkSync(other.path('b.ts'), app.path('b.ts'))
    symlinkSync(other.path('gone.ts'), app.path('broken.ts'))
    const changes = [create('linked/new.ts'), edit('b.ts'), create('broken.ts')]
    const found = await findConflicts(app.root, changeSetOf(...changes))
    expect(found.map(({ kind, path }) => [kind, path])).toEqual([
      ['link', 'linked/new.ts'],
      ['link', 'b.ts'],
      ['link', 'broken.ts'],
    ])
  })

  test('when two of its files differ in case only', async () => {
    using app = scratchApp({ 'a.ts': '' })
    const found = await findConflicts(app.root, changeSetOf(create('B.ts'), create('b.ts')))
    expect(found.map(({ says }) => says)).toEqual(['b.ts differs from B.ts in case only.'])
  })
})

describe('it is no conflict', () => {
  test('that a file is there already with the same contents', async () => {
    using app = scratchApp({ 'a.ts': 'new\n' })
    expect(await findConflicts(app.root, changeSetOf(create('a.ts')))).toEqual([])
  })

  test('that a link stays inside of the app; it stays a link', async () => {
    using app = scratchApp({ 'src/a.ts': 'old\n' })
    symlinkSync('src/a.ts', app.path('a.ts'))
    mkdirSync(app.path('empty'))
    await applyChangeSet(app.root, changeSetOf(edit('a.ts')))
    expect(treeOf(app.root)).toMatchObject({ 'src/a.ts': '644 new\n', 'a.ts': 'link to src/a.ts' })
  })

  test('that a file is renamed in case only', async () => {
    using app = scratchApp({ 'Product.ts': 'old\n' })
    const move: Change = {
      kind: 'move',
      from: 'Product.ts',
      to: 'product.ts',
      before: 'old\n',
      after: 'new\n',
    }
    await applyChangeSet(app.root, changeSetOf(move))
    expect(treeOf(app.root)).toEqual({ 'product.ts': '644 new\n' })
  })
})

const hintOf = (app: ReturnType<typeof scratchApp>, change: Change) =>
  applyChangeSet(app.root, changeSetOf(change)).catch(({ hint }) => hint)

describe('a refused apply says what helps', () => {
  test('to run it again, when a file has changed since', async () => {
    using app = scratchApp({ 'a.ts': 'other\n' })
    expect(await hintOf(app, edit('a.ts'))).toBe(
      'Run the command again; it plans anew from the files as they are now.',
    )
  })

  test('to make room, when a new file has no place', async () => {
    using app = scratchApp({ src: 'a file\n' })
    expect(await hintOf(app, create('src/a.ts'))).toBe(
      'elif replaces nothing of yours: move what is in the way, then run the command again.',
    )
  })
})
