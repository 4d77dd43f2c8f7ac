import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import { recover } from '../../src/workspace/recover.ts'
import { type Moment, dyingDisk } from './dying-disk.ts'
import { changeSetOf, scratchApp, treeOf } from './scratch-app.ts'

const files = { 'a.ts': 'a\r\n', 'bin/run.ts': 'run\n', 'gone/b.ts': 'b\n', 'old.ts': 'old\n' }
const changes = changeSetOf(
  { kind: 'edit', path: 'a.ts', before: 'a\r\n', after: 'a, edited\r\n' },
  { kind: 'create', path: 'src/new/c.ts', after: 'c\n' },
  { kind: 'create', path: 'elif', after: '#!/bin/sh\n', executable: true },
  { kind: 'delete', path: 'gone/b.ts', before: 'b\n' },
  { kind: 'move', from: 'bin/run.ts', to: 'bin/go.ts', before: 'run\n', after: 'go\n' },
)

function preparedApp() {
  const app = scratchApp(files)
  chmodSync(app.path('bin/run.ts'), 0o750)
  chmodSync(app.path('a.ts'), 0o664)
  return app
}

async function treeAfterAll() {
  using app = preparedApp()
  await applyChangeSet(app.root, changes)
  return treeOf(app.root)
}

/** A call of the apply below by which some files have landed and others not. */
const inTheMiddle = 19

/** The folders of lock and journal hold nothing afterwards. */
const leftovers = (root: string) =>
  existsSync(`${root}/.elif`)
    ? readdirSync(`${root}/.elif/local`, { recursive: true }).filter(
        (name) => name !== 'journal' && name !== 'writing.lock',
      )
    : []

async function killedAt(stopAt: number, moment: Moment, after: Record<string, string>) {
  using app = preparedApp()
  const before = treeOf(app.root)
  const { disk, reached } = dyingDisk(stopAt, moment)
  await applyChangeSet(app.root, changes, { command: 'add cache', disk }).catch(() => undefined)
  if (!reached()) return false

  const recovery = await recover(app.root)
  const tree = treeOf(app.root)
  expect([before, after]).toContainEqual(tree)
  expect([
    { recovery: { kind: 'nothing' }, tree },
    { recovery: { kind: 'rolled-back', command: 'add cache', kept: [] }, tree: before },
    { recovery: { kind: 'finished', command: 'add cache', kept: [] }, tree: after },
  ]).toContainEqual({ recovery, tree })

  await applyChangeSet(app.root, changes).catch(() => undefined)
  expect(treeOf(app.root)).toEqual(after)
  expect(leftovers(app.root)).toEqual([])
  return true
}

describe('an apply that is killed', () => {
  test.each<Moment>(['before', 'midway', 'after'])(
    'leaves all or nothing after recovery, whichever call it was: %s',
    async (moment) => {
      const after = await treeAfterAll()
      let stopAt = 1
      while (await killedAt(stopAt, moment, after)) stopAt++
      expect(stopAt).toBeGreaterThan(25)
    },
    60_000,
  )

  test('is undone even if the recovery is killed too, whichever call it was', async () => {
    for (let stopAt = 1; ; stopAt++) {
      using app = preparedApp()
      const before = treeOf(app.root)
      const apply = dyingDisk(inTheMiddle, 'after')
      await applyChangeSet(app.root, changes, { disk: apply.disk }).catch(() => undefined)
      expect(treeOf(app.root)).not.toEqual(before)
      const recovery = dyingDisk(stopAt, 'after')
      await recover(app.root, { disk: recovery.disk }).catch(() => undefined)
      await recover(app.root)
      expect(treeOf(app.root)).toEqual(before)
      if (!recovery.reached()) return
    }
  }, 60_000)

  test('is put right by the next apply too', async () => {
    using app = preparedApp()
    const { disk } = dyingDisk(inTheMiddle, 'after')
    await applyChangeSet(app.root, changes, { disk }).catch(() => undefined)
    await applyChangeSet(app.root, changes)
    expect(treeOf(app.root)).toEqual(await treeAfterAll())
  })

  test('does not take back what its owner has changed since', async () => {
    using app = preparedApp()
    const { disk } = dyingDisk(inTheMiddle, 'after')
    await applyChangeSet(app.root, changes, { command: 'add cache', disk }).catch(() => undefined)
    writeFileSync(app.path('a.ts'), 'mine\n')
    expect(await recover(app.root)).toMatchObject({ kind: 'rolled-back', kept: ['a.ts'] })
    expect(readFileSync(app.path('a.ts'), 'utf8')).toBe('mine\n')
  })
})

test('an apply that fails at any call says so and leaves nothing behind', async () => {
  const after = await treeAfterAll()
  for (let stopAt = 1; ; stopAt++) {
    using app = preparedApp()
    const before = treeOf(app.root)
    const { disk, reached } = dyingDisk(stopAt, 'before', { revives: true })
    const failed = await applyChangeSet(app.root, changes, { disk }).then(
      () => false,
      () => true,
    )
    if (!reached()) return
    if (!failed) await recover(app.root)
    expect(treeOf(app.root)).toEqual(failed ? before : after)
  }
}, 60_000)

describe('a new app', () => {
  const tree = changeSetOf(
    { kind: 'create', path: 'src/a.ts', after: 'a\n' },
    { kind: 'create', path: 'elif', after: '#!/bin/sh\n', executable: true },
  )

  test('is there completely or not at all, whichever call was the last', async () => {
    for (let stopAt = 1; ; stopAt++) {
      using app = scratchApp()
      const { disk, reached } = dyingDisk(stopAt, 'midway')
      await applyChangeSet(app.root, tree, { disk }).catch(() => undefined)
      expect(existsSync(app.root)).toBe(!reached())
      await applyChangeSet(app.root, tree)
      expect(treeOf(app.root)).toEqual({
        elif: '755 #!/bin/sh\n',
        src: 'folder',
        'src/a.ts': '644 a\n',
      })
      expect(readdirSync(app.parent)).toEqual(['shop'])
      if (!reached()) return
    }
  })
})
