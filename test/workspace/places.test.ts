import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'

import { describe, expect, test } from 'vitest'

import { fileSystem } from '../../src/files/file-system.ts'
import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import type { Change } from '../../src/workspace/change-set.ts'
import { changeSetOf, scratchApp, treeOf } from './scratch-app.ts'

const create = (path: string): Change => ({ kind: 'create', path, after: 'new\n' })
const edit = (path: string): Change => ({ kind: 'edit', path, before: 'old\n', after: 'new\n' })

/** What an apply answers: nothing when it went well. */
const answerOf = (root: string, ...changes: Change[]) =>
  applyChangeSet(root, changeSetOf(...changes)).then(
    () => undefined,
    ({ code, message, hint }) => ({ code, says: message, hint }),
  )

describe('a path that is none of the app’s is refused, with a way out', () => {
  test.each([
    '../out.ts',
    'src/../../out.ts',
    '/tmp/out.ts',
    'C:/out.ts',
    'c:out.ts',
    '..\\out.ts',
    'src//a.ts',
    './a.ts',
    '',
    'a\0.ts',
  ])('%j', async (path) => {
    using app = scratchApp({ 'a.ts': 'old\n' })
    const before = treeOf(app.root)
    expect(await answerOf(app.root, edit('a.ts'), create(path))).toEqual({
      code: 'path-outside',
      says: `${path || 'An empty path'} is no path inside the app.`,
      hint: 'Use a path relative to the app, with forward slashes and without "..".',
    })
    expect(treeOf(app.root)).toEqual(before)
  })
})

describe('a place that belongs to others is refused, however it is spelled', () => {
  test.each([
    '.git/hooks/pre-commit',
    '.GIT/config',
    '.git',
    'packages/sub/.git/config',
    '.git./config',
    '.git /config',
    'git~1/config',
    '.g\u200cit/config',
    'node_modules/pg/index.js',
    'packages/a/Node_Modules/pg/index.js',
    '.elif/local/journal/x.open.json',
    '.elif/local/writing.lock',
  ])('%j', async (path) => {
    using app = scratchApp({ 'a.ts': 'old\n' })
    const before = treeOf(app.root)
    expect(await answerOf(app.root, edit('a.ts'), create(path))).toMatchObject({
      code: 'change-conflicts',
      says: expect.stringContaining(path),
      hint: 'Choose another path.',
    })
    expect(treeOf(app.root)).toEqual(before)
  })

  test('also where a link leads to it', async () => {
    using app = scratchApp({ 'a.ts': 'old\n', '.git/hooks/x': '', 'node_modules/pg/a.ts': 'old\n' })
    symlinkSync('.git/hooks', app.path('hooks'))
    symlinkSync('node_modules/pg', app.path('pg'))
    const before = treeOf(app.root)
    expect(await answerOf(app.root, edit('a.ts'), create('hooks/pre-commit'))).toMatchObject({
      says: "Nothing was written: .git/hooks/pre-commit lies in git's own folder.",
    })
    expect(await answerOf(app.root, edit('pg/a.ts'))).toMatchObject({
      says: 'Nothing was written: node_modules/pg/a.ts lies in node_modules, which npm replaces.',
    })
    expect(treeOf(app.root)).toEqual(before)
  })
})

describe('a name that some system cannot have is no name for a new file', () => {
  test.each([
    'src/con.ts',
    'AUX',
    'src/lpt1/a.ts',
    'src/a:b.ts',
    'a?.ts',
    'a.ts.',
    'a ',
    'a\u0007',
    'é'.repeat(128),
  ])('%j', async (path) => {
    using app = scratchApp({ 'a.ts': 'old\n' })
    expect(await answerOf(app.root, create(path))).toMatchObject({
      code: 'change-conflicts',
      hint: expect.stringContaining('Choose another name'),
    })
  })

  test('a file that is there already may be called so', async () => {
    using app = scratchApp({ 'src/a:b.ts': 'old\n' })
    expect(await answerOf(app.root, edit('src/a:b.ts'))).toBeUndefined()
  })

  test('a name may be as long as a name can be', async () => {
    const path = `${'a'.repeat(252)}.ts`
    using app = scratchApp({ [path]: 'old\n' })
    expect(await answerOf(app.root, edit(path), create(`src/${path}`))).toBeUndefined()
  })
})

describe('two names that are one file on macOS or Windows do not come to lie side by side', () => {
  test.each([
    ['src/Straße.ts', 'src/STRASSE.ts', 'in invisible ways'],
    ['src/caf\u00e9.ts', 'src/cafe\u0301.ts', 'in invisible ways'],
    ['src/kite.ts', 'src/\u212aite.ts', 'in case'],
    ['src/a.ts', 'src/a\u200d.ts', 'in invisible ways'],
    ['src/Product.ts', 'src/product.ts', 'in case'],
  ])('%j and %j', async (one, other, how) => {
    using app = scratchApp({ [one]: 'old\n' })
    const says = `Nothing was written: ${other} differs from ${one} ${how} only.`
    expect(await answerOf(app.root, create(other))).toMatchObject({ says })
    using empty = scratchApp({ 'a.txt': '' })
    expect(await answerOf(empty.root, create(one), create(other))).toMatchObject({ says })
  })

  test('nor two folders of one plan', async () => {
    using app = scratchApp({ 'a.txt': '' })
    expect(await answerOf(app.root, create('src/A/a.ts'), create('src/a/b.ts'))).toMatchObject({
      says: 'Nothing was written: src/a/b.ts differs from src/A in case only.',
    })
  })
})

describe('what is no file is neither read nor replaced', () => {
  test.each(['edit', 'create'] as const)('a pipe: %s', async (kind) => {
    using app = scratchApp({ 'b.ts': 'old\n' })
    execFileSync('mkfifo', [app.path('a.ts')])
    const change = kind === 'edit' ? edit('a.ts') : create('a.ts')
    expect(await answerOf(app.root, edit('b.ts'), change)).toMatchObject({
      says: 'Nothing was written: a.ts is a pipe, a socket or a device.',
    })
    expect(readFileSync(app.path('b.ts'), 'utf8')).toBe('old\n')
  })

  test('a socket', async () => {
    using app = scratchApp({ 'b.ts': 'old\n' })
    const server = createServer().listen(app.path('a.ts'))
    await once(server, 'listening')
    expect(await answerOf(app.root, edit('a.ts'))).toMatchObject({ code: 'change-conflicts' })
    server.close()
  })

  test('a device behind a link', async () => {
    using app = scratchApp({ 'b.ts': 'old\n' })
    symlinkSync('/dev/null', app.path('a.ts'))
    expect(await answerOf(app.root, edit('a.ts'))).toMatchObject({
      says: 'Nothing was written: a.ts goes through a link that leaves the app.',
    })
  })

  test.each([
    ['a file has become a folder', 'a.ts is a folder.', (path: string) => mkdirSync(path)],
    [
      'a file has become a broken link',
      'a.ts goes through a link that leaves the app.',
      (path: string) => symlinkSync('gone', path),
    ],
    [
      'a file has become a link to itself',
      'a.ts goes through a link that leaves the app.',
      (path: string) => symlinkSync('a.ts', path),
    ],
  ])('%s', async (_name, says, put) => {
    using app = scratchApp({ 'b.ts': 'old\n' })
    put(app.path('a.ts'))
    const answer = await answerOf(app.root, edit('b.ts'), edit('a.ts'))
    expect(answer).toMatchObject({ says: `Nothing was written: ${says}` })
    expect(readFileSync(app.path('b.ts'), 'utf8')).toBe('old\n')
  })

  test('a folder that has become a file', async () => {
    using app = scratchApp({ src: 'a file\n' })
    expect(await answerOf(app.root, edit('src/a.ts'))).toMatchObject({
      says: 'Nothing was written: src is a file, so src/a.ts has no folder.',
    })
  })
})

describe('links', () => {
  test('two paths of a plan that are one file by a link are not written one over the other', async () => {
    using app = scratchApp({ 'src/a.ts': 'old\n' })
    symlinkSync('src', app.path('lib'))
    expect(await answerOf(app.root, edit('src/a.ts'), edit('lib/a.ts'))).toMatchObject({
      says: 'Nothing was written: lib/a.ts and src/a.ts are one file.',
    })
  })

  test('another name of a file keeps its text: elif writes to no file outside of its plan', async () => {
    using app = scratchApp({ 'a.ts': 'old\n' })
    linkSync(app.path('a.ts'), app.path('other.ts'))
    expect(await answerOf(app.root, edit('a.ts'))).toBeUndefined()
    expect(treeOf(app.root)).toEqual({ 'a.ts': '644 new\n', 'other.ts': '644 old\n' })
  })

  test('a folder that becomes a link out of the app while elif writes is not followed', async () => {
    using app = scratchApp({ 'src/a.ts': 'old\n' })
    using other = scratchApp({ 'a.ts': 'old\n' })
    const before = treeOf(other.root)
    const disk: typeof fileSystem = {
      ...fileSystem,
      write(path, ...rest) {
        fileSystem.write(path, ...rest)
        if (!path.endsWith('.next')) return
        rmSync(app.path('src'), { recursive: true })
        symlinkSync(other.root, app.path('src'))
      },
    }
    const applied = applyChangeSet(app.root, changeSetOf(edit('src/a.ts')), { disk })
    await expect(applied).rejects.toMatchObject({
      code: 'change-conflicts',
      message: 'Nothing was written: src/a.ts goes through a link that was not there before.',
    })
    expect(treeOf(other.root)).toEqual(before)
  })
})

test('a new app has no such names either, and nothing appears', async () => {
  using app = scratchApp()
  for (const path of ['.git/config', 'con.ts', '../x', 'node_modules/a.js']) {
    expect(await answerOf(app.root, create('a.ts'), create(path))).toBeDefined()
  }
  expect(() => writeFileSync(app.path('x'), '')).toThrow('ENOENT')
})
