import { describe, expect, test, vi } from 'vitest'

import { reportFiles } from '../../src/actions/status.ts'
import { behaviourFile } from '../../src/recipe/behaviours.ts'
import { formatText } from '../../src/template/format-text.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { madeToday } from './made-today.ts'
import { oldApp, oldVersions, type OldVersion } from './old-app.ts'
import {
  edited,
  editedEverywhere,
  formattedBy,
  moved,
  withCarriageReturns,
  without,
} from './owners.ts'
import { type Tree, upgraded, upgradeOf, withoutLedger } from './upgraded.ts'

// Whole apps are formatted here, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000 })

/** Migrations stay as they are, and so does the schema file, which the next of them writes. */
const isMigrated = (path: string) => /database\/(migrations\/\d|schema\.ts)/.test(path)
const keepsOldDates = (version: OldVersion) => version === '2026-11-20T1741'

/** What this elif makes, with what an upgrade leaves alone as the old app has it. */
async function expected(version: OldVersion, old: Tree): Promise<Tree> {
  const today = await madeToday()
  const app = Object.entries(today).filter(([path]) => !isMigrated(path))
  const kept = Object.entries(old).filter(([path]) => isMigrated(path))
  const tree: Tree = Object.fromEntries([...app, ...kept])
  const unguarded = edited(tree, behaviourFile, 'guarded: true', 'guarded: false')
  if (!keepsOldDates(version)) return unguarded
  return edited(unguarded, behaviourFile, 'Utc: true', 'Utc: false')
}

/** The files that the ledger looks for in vain. */
const missingIn = (tree: Tree) => {
  const app = { root: '/shop', files: memoryFiles(tree) }
  const { files } = reportFiles({ app, folder: '/shop', paths: [], all: false })
  return files.filter(({ state }) => state === 'missing').map(({ path }) => path)
}

const bases = (tree: Tree) =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => path.startsWith('.elif/base/')))

describe.each(oldVersions)('an app of %s', (version) => {
  test('that nobody has touched becomes what this elif makes', async () => {
    const old = await oldApp(version)
    const { tree, notices } = await upgraded(old)
    const today = await expected(version, old)
    expect(withoutLedger(tree)).toEqual(withoutLedger(today))
    expect(notices).toEqual([])
    const migrated = (each: Tree) =>
      Object.entries(bases(each)).filter(([path]) => isMigrated(path))
    expect(bases(tree)).toEqual({
      ...without(bases(await madeToday()), ...migrated(await madeToday()).map(([path]) => path)),
      ...Object.fromEntries(migrated(old)),
    })
  })

  test('has nothing to upgrade a second time', async () => {
    const { tree } = await upgraded(await oldApp(version))
    const { changeSet, ledger } = await upgradeOf(tree)
    expect([changeSet, ledger]).toEqual([{ changes: [], notices: [], steps: [] }, undefined])
  })

  test('in a checkout with CRLF comes out the same, with CRLF', async () => {
    const old = await oldApp(version)
    const { plan, tree, notices } = await upgraded(withCarriageReturns(old))
    expect(notices).toEqual([])
    for (const change of plan.changeSet.changes) {
      if (change.kind !== 'edit') continue
      expect([change.path, change.after.replaceAll('\r\n', '').includes('\n')]).toEqual([
        change.path,
        false,
      ])
    }
    const plain = Object.entries(tree).map(([path, text]) => [path, text.replaceAll('\r\n', '\n')])
    const today = await expected(version, old)
    expect(withoutLedger(Object.fromEntries(plain))).toEqual(withoutLedger(today))
  })

  test('that is edited a bit everywhere keeps every edit', async () => {
    const old = await oldApp(version)
    const { tree, notices } = await upgraded(editedEverywhere(old))
    const today = await expected(version, old)
    const left = Object.keys(withoutLedger(old)).filter((path) => today[path] === undefined)
    expect(notices.map(({ path }) => path)).toEqual(left)
    const brought = Object.keys(today).filter((path) => old[path] === undefined)
    expect(without(withoutLedger(tree), ...brought, ...left)).toEqual(
      withoutLedger(editedEverywhere(without(today, ...brought))),
    )
  })

  test('in another style comes out in that style', async () => {
    const old = await oldApp(version)
    const style = { semi: true, singleQuote: false, useTabs: true, printWidth: 70 }
    const laid = (path: string, text: string) => formatText(path, text, style)
    const { tree, notices } = await upgraded(await formattedBy(old, style))
    expect(notices).toEqual([])
    for (const [path, text] of Object.entries(without(withoutLedger(tree), 'database/schema.ts'))) {
      expect([path, await laid(path, text)]).toEqual([path, text])
    }
    // Objects that were broken up once stay so: what is told apart here is no layout.
    const collapsed = { ...style, objectWrap: 'collapse' }
    const today = await formattedBy(await expected(version, old), collapsed)
    expect(withoutLedger(await formattedBy(tree, collapsed))).toEqual(withoutLedger(today))
  })

  test('is refused where its owner has changed the same, and takes markers on request', async () => {
    const run = 'src/framework/database/run-migrations.ts'
    const old = await oldApp(version)
    const mine = edited(old, run, 'prepare(file, run.direction)', 'prepare(file, run.way)')
    await expect(upgradeOf(mine)).rejects.toMatchObject({
      code: 'upgrade-conflicts',
      message: expect.stringContaining(run),
    })
    const { tree, notices } = await upgraded(mine, { merge: 'markers' })
    expect(notices.map(({ path }) => path)).toEqual([run])
    expect(tree[run]).toMatch(
      /^<<<<<<< yours\n[^]*run\.way[^]*^=======\n[^]*^>>>>>>> elif 0\.2\.0$/m,
    )
    const today = await expected(version, old)
    expect(without(withoutLedger(tree), run)).toEqual(without(withoutLedger(today), run))
  })

  test('follows moved files and leaves deleted ones deleted', async () => {
    const old = await oldApp(version)
    const from = 'src/framework/database/run-migrations.ts'
    const to = 'src/framework/migrations/run-migrations.ts'
    const gone = 'src/framework/database/migration-files.ts'
    const mine = without(moved(old, from, to), gone)
    const { tree, notices } = await upgraded(mine)
    const today = await expected(version, old)
    expect(notices).toEqual([])
    expect(withoutLedger(tree)).toEqual(withoutLedger(without(moved(today, from, to), gone)))
    expect(missingIn(tree)).toEqual([gone])
    expect((await upgradeOf(tree)).changeSet.changes).toEqual([])
  })
})
