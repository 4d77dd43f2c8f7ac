import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { fileSystem } from '../../src/files/file-system.ts'
import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import type { Change } from '../../src/workspace/change-set.ts'
import { changeSetOf, scratchApp, treeOf } from './scratch-app.ts'

const program = (name: string) => join(import.meta.dirname, name)
const isRoot = process.getuid?.() === 0

const edit = (path: string): Change => ({ kind: 'edit', path, before: 'old\n', after: 'new\n' })
const create = (path: string): Change => ({ kind: 'create', path, after: 'new\n' })

/** Applies changes as somebody whom permissions bind, which they do not with root. */
function applyAsUser(root: string, ...changes: Change[]) {
  const user = isRoot ? { uid: 65_534, gid: 65_534 } : {}
  const words = [program('apply-program.ts'), root, JSON.stringify(changes)]
  const { stdout, stderr } = spawnSync(process.execPath, words, user)
  expect(stderr.toString()).toBe('')
  return JSON.parse(stdout.toString())
}

const own = (path: string) => isRoot && chownSync(path, 65_534, 65_534)

function appOfUser(files: Record<string, string>) {
  const app = scratchApp(files)
  chmodSync(app.parent, 0o755)
  own(app.root)
  for (const path of Object.keys(treeOf(app.root))) own(app.path(path))
  return app
}

describe('permissions', () => {
  test.each([
    ['a read-only file', 'src/a.ts', 0o444, [edit('src/a.ts')]],
    [
      'a read-only file that shall go',
      'src/a.ts',
      0o444,
      [{ kind: 'delete', path: 'src/a.ts', before: 'old\n' }],
    ],
    ['a read-only folder', 'src', 0o555, [edit('src/a.ts')]],
    ['a read-only folder, for a new file', 'src', 0o555, [create('src/deep/c.ts')]],
  ] satisfies [string, string, number, Change[]][])(
    '%s is refused before anything is written',
    (_name, path, mode, changes) => {
      using app = appOfUser({ 'src/a.ts': 'old\n', 'b.ts': 'old\n' })
      chmodSync(app.path(path), mode)
      const before = treeOf(app.root)
      const answer = applyAsUser(app.root, edit('b.ts'), ...changes)
      expect(answer).toMatchObject({
        code: 'change-conflicts',
        says: expect.stringMatching(
          /^Nothing was written: src\/.*, or the folder it lies in, is read-only\.$/,
        ),
        hint: 'Make it writable (chmod u+w), then run the command again.',
      })
      expect(treeOf(app.root)).toEqual(before)
      chmodSync(app.path('src'), 0o755)
    },
  )

  test('an app that nobody may write to says so', () => {
    using app = appOfUser({ 'a.ts': 'old\n' })
    chmodSync(app.path('a.ts'), 0o644)
    chmodSync(app.root, 0o555)
    expect(applyAsUser(app.root, create('src/b.ts'))).toMatchObject({ code: 'change-conflicts' })
    chmodSync(app.root, 0o755)
    expect(treeOf(app.root)).toEqual({ 'a.ts': '644 old\n' })
  })

  test.skipIf(!isRoot)('a file keeps its mode and its owner', async () => {
    using app = scratchApp({ 'a.sh': 'old\n', 'b.ts': 'old\n' })
    chownSync(app.path('a.sh'), 65_534, 65_533)
    chmodSync(app.path('a.sh'), 0o2751)
    const move: Change = {
      kind: 'move',
      from: 'a.sh',
      to: 'bin/a.sh',
      before: 'new\n',
      after: 'x\n',
    }
    await applyChangeSet(app.root, changeSetOf(edit('a.sh')))
    await applyChangeSet(app.root, changeSetOf(move))
    const { uid, gid, mode } = statSync(app.path('bin/a.sh'))
    expect([uid, gid, (mode & 0o7777).toString(8)]).toEqual([65_534, 65_533, '2751'])
  })
})

/** A namespace of its own for mounts, which is gone with the process that it was made for. */
const mayMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0

describe('a full disk', () => {
  test.skipIf(!mayMount)('leaves the app as it was, wherever it becomes full', () => {
    const disk = mkdtempSync(join(tmpdir(), 'elif-disk-'))
    const script = 'mount -t tmpfs -o size=512k,mode=755 tmpfs "$1" && exec "$2" "$3" "$1"'
    const words = ['-m', 'sh', '-c', script, 'sh', disk, process.execPath, program('full-disk.ts')]
    const { stdout, stderr } = spawnSync('unshare', words)
    rmSync(disk, { recursive: true })
    expect(stderr.toString()).toBe('')
    const ends: { code: string; tree: string }[] = JSON.parse(stdout.toString())
    expect(ends.length).toBeGreaterThan(10)
    expect(ends.pop()).toMatchObject({ code: 'applied', tree: 'after' })
    expect([...new Set(ends.map(({ code, tree }) => `${code}, ${tree}`))].toSorted()).toEqual([
      'change-failed, before',
    ])
  })

  test('a file that may not grow so large is told, and nothing is changed', () => {
    using app = appOfUser({ 'a.ts': 'old\n', 'b.ts': 'old\n' })
    const before = treeOf(app.root)
    const large: Change = { kind: 'create', path: 'large.ts', after: 'x'.repeat(100_000) }
    const words = [program('apply-program.ts'), app.root, JSON.stringify([edit('a.ts'), large])]
    const script = 'trap "" XFSZ; ulimit -f 64; exec "$@"'
    const { stdout } = spawnSync('sh', ['-c', script, 'sh', process.execPath, ...words])
    expect(JSON.parse(stdout.toString())).toMatchObject({
      code: 'change-failed',
      says: `${app.path('large.ts')} could not be written (EFBIG); all files are as before.`,
    })
    expect(treeOf(app.root)).toEqual(before)
  })
})

/** A disk on which one kind of call fails at some path, as often as it is asked. */
function failing(call: 'rename' | 'link' | 'unlink' | 'write', at: RegExp, code: string) {
  const fail = (path: string) => {
    if (at.test(path)) throw Object.assign(new Error(code), { code, path })
  }
  const disk: typeof fileSystem = { ...fileSystem }
  if (call === 'write') {
    disk.write = (path, text, mode) => (fail(path), fileSystem.write(path, text, mode))
  } else if (call === 'unlink') {
    disk.unlink = (path) => (fail(path), fileSystem.unlink(path))
  } else {
    disk[call] = (from, to) => (fail(to), fileSystem[call](from, to))
  }
  return disk
}

describe('a disk that fails', () => {
  test.each([
    ['EIO', 'write', /\.next$/],
    ['EIO', 'rename', /\.past$/],
    ['EIO', 'link', /src\/b\.ts$/],
    ['EBUSY', 'rename', /\.past$/],
    ['ESTALE', 'link', /src\/b\.ts$/],
    ['EDQUOT', 'write', /\.open\.json\.tmp$/],
    ['ENOSPC', 'rename', /\.open\.json$/],
    ['EXDEV', 'rename', /\.done\.json$/],
  ] as const)('with %s at %s %s leaves everything as it was', async (code, call, at) => {
    using app = scratchApp({ 'a.ts': 'old\n', 'c.ts': 'old\n' })
    const before = treeOf(app.root)
    const changes = changeSetOf(edit('a.ts'), create('src/b.ts'), edit('c.ts'))
    const applied = applyChangeSet(app.root, changes, { disk: failing(call, at, code) })
    await expect(applied).rejects.toMatchObject({
      code: 'change-failed',
      message: expect.stringContaining(`(${code}); all files are as before.`),
      hint: expect.stringContaining('free space'),
    })
    expect(treeOf(app.root)).toEqual(before)
  })

  test('without hard links is written to all the same', async () => {
    using app = scratchApp({ 'a.ts': 'old\n' })
    const disk = failing('link', /./, 'EPERM')
    await applyChangeSet(app.root, changeSetOf(edit('a.ts'), create('b.ts')), { disk })
    expect(treeOf(app.root)).toEqual({ 'a.ts': '644 new\n', 'b.ts': '644 new\n' })
  })

  test('that does a rename and says it failed leaves everything as it was', async () => {
    using app = scratchApp({ 'a.ts': 'old\n' })
    let isFirst = true
    const disk: typeof fileSystem = {
      ...fileSystem,
      rename(from, to) {
        fileSystem.rename(from, to)
        if (!to.endsWith('.past') || !isFirst) return
        isFirst = false
        throw Object.assign(new Error('ENOENT'), { code: 'ETIMEDOUT', path: to })
      },
    }
    const applied = applyChangeSet(app.root, changeSetOf(edit('a.ts'), create('b.ts')), { disk })
    await expect(applied).rejects.toMatchObject({ code: 'change-failed' })
    expect(treeOf(app.root)).toEqual({ 'a.ts': '644 old\n' })
  })
})

test('a copy of an app that was interrupted is put right as the app itself', async () => {
  using app = scratchApp({ 'a.ts': 'old\n' })
  const disk = failing('rename', /\.done\.json$/, 'EIO')
  disk.unlink = () => {
    throw new Error('dead')
  }
  await applyChangeSet(app.root, changeSetOf(edit('a.ts')), { disk }).catch(() => undefined)
  const copy = join(app.parent, 'copy')
  cpSync(app.root, copy, { recursive: true })
  await applyChangeSet(copy, changeSetOf(create('b.ts')))
  expect(readFileSync(join(copy, 'a.ts'), 'utf8')).toBe('old\n')
})
