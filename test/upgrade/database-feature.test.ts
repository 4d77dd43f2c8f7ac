import { describe, expect, test, vi } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planNewApp } from '../../src/actions/new-app.ts'
import { planRemoveFeature } from '../../src/actions/remove-feature.ts'
import { reportFiles } from '../../src/actions/status.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { installedFeatures, withUnnamed } from '../../src/project/installed-features.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { type Preset } from '../../src/project/presets.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { oldApp, oldVersions, withDatabaseInside } from './old-app.ts'
import { edited, editedEverywhere, without } from './owners.ts'
import { carriedOut, type Tree, upgraded, upgradeOf, version, withoutLedger } from './upgraded.ts'

// Whole apps are rendered and merged here, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000 })

const at = new Date('2026-11-20T20:08:00Z')

async function madeToday(preset: Preset, ...features: string[]): Promise<Tree> {
  const root = `${scratchFolder('elif-database-')}/shop`
  const place = { root, packageName: 'shop', typed: 'shop', install: false, git: false }
  let tree = carriedOut({}, await planNewApp({ ...place, version, preset, at }))
  for (const name of features) tree = await added(tree, name)
  return tree
}

/** The app as a command finds it. */
function opened(tree: Tree) {
  const manifest = parseManifest(tree['elif.json'] ?? '')
  return {
    files: memoryFiles(tree),
    manifest: withUnnamed(manifest, (path) => tree[path] !== undefined),
  }
}

async function added(tree: Tree, name: string): Promise<Tree> {
  return carriedOut(tree, await planAddFeature({ app: opened(tree), name, install: false, at }))
}

async function removed(tree: Tree, name: string): Promise<Tree> {
  const { plan } = await planRemoveFeature({ app: opened(tree), name, install: false })
  return carriedOut(tree, plan)
}

const bases = (tree: Tree) =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => path.startsWith('.elif/base/')))

/** Migrations stay as they are, also where a template says it otherwise now. */
const isMigration = (path: string) => /database\/migrations\/\d/.test(path)
const withoutMigrations = (tree: Tree) =>
  without(tree, ...Object.keys(tree).filter((path) => isMigration(path)))

const featuresIn = (tree: Tree) => parseManifest(tree['elif.json'] ?? '').features

const missingIn = (tree: Tree) => {
  const app = { root: '/shop', files: memoryFiles(tree) }
  const { files } = reportFiles({ app, folder: '/shop', paths: [], all: false })
  return files.filter(({ state }) => state === 'missing').map(({ path }) => path)
}

/** Everything but the preset that `elif new` was told. */
const asMinimal = (tree: Tree) =>
  withoutLedger(edited(tree, 'elif.json', '"preset": "api"', '"preset": "minimal"'))

/** The one file that gets an import: it is put below the others, where a group of its own would begin. */
const grouped = (tree: Tree): Tree => {
  const path = 'src/framework/config/settings.test.ts'
  const text = tree[path] ?? ''
  return { ...tree, [path]: text.replace(/^(import .* from 'vitest'\n)\n(?=import )/m, '$1') }
}

describe('an app from before the database was a feature', () => {
  test('has it, and an upgrade writes it down beside the others', async () => {
    const old = await oldApp(withDatabaseInside)
    expect(featuresIn(old)).toEqual(['rate-limit-postgres', 'uploads'])
    expect(installedFeatures(memoryFiles(old))).toContain('database')
    const { tree, notices } = await upgraded(old)
    expect(featuresIn(tree)).toEqual(['database', 'rate-limit-postgres', 'uploads'])
    expect(notices).toEqual([])
    const today = await madeToday('api', 'uploads', 'rate-limit-postgres')
    expect(withoutMigrations(withoutLedger(tree))).toEqual(withoutMigrations(withoutLedger(today)))
    expect(withoutMigrations(bases(tree))).toEqual(withoutMigrations(bases(today)))
    expect((await upgradeOf(tree)).changeSet.changes).toEqual([])
  })

  test('keeps every edit of its owner', async () => {
    const old = await oldApp(withDatabaseInside)
    const { tree, notices } = await upgraded(editedEverywhere(old))
    const today = await madeToday('api', 'uploads', 'rate-limit-postgres')
    const left = Object.keys(withoutMigrations(withoutLedger(old))).filter(
      (path) => today[path] === undefined,
    )
    expect(notices.map(({ path }) => path)).toEqual(left)
    const brought = Object.keys(today).filter((path) => old[path] === undefined)
    const mine = withoutLedger(editedEverywhere(without(today, ...brought)))
    const kept = without(withoutLedger(tree), ...brought, ...left)
    expect(grouped(withoutMigrations(kept))).toEqual(grouped(withoutMigrations(mine)))
  })

  test('makes resources before it is upgraded', async () => {
    const files = memoryFiles(await oldApp(withDatabaseInside))
    const kite = { files, name: 'Kite', fields: ['name:string'], at }
    expect((await planMakeResource(kite)).changeSet.notices).toEqual([])
  })

  test('can be without it once it is upgraded, and is the minimal app with the other feature', async () => {
    const { tree } = await upgraded(await oldApp(withDatabaseInside))
    const rest = await removed(await removed(tree, 'rate-limit-postgres'), 'database')
    const today = await madeToday('minimal', 'uploads')
    expect(asMinimal(rest)).toEqual(withoutLedger(today))
    expect(bases(edited(rest, '.elif/base/elif.json.base', '"api"', '"minimal"'))).toEqual(
      bases(today),
    )
    expect(missingIn(rest)).toEqual([])
    expect((await upgradeOf(rest)).changeSet.changes).toEqual([])
  })

  test.each(oldVersions)('of %s is told where modules use it', async (name) => {
    const { tree } = await upgraded(await oldApp(name))
    await expect(removed(tree, 'database')).rejects.toMatchObject({
      code: 'feature-in-use',
      message: expect.stringMatching(/src\/modules\/\S+:\d+ /),
    })
  })
})

describe('the database of an app that was made with it', () => {
  test('goes, comes back by undo, goes again, and comes back by add', async () => {
    const api = await madeToday('api')
    const minimal = await madeToday('minimal')
    const gone = await removed(api, 'database')
    expect(asMinimal(gone)).toEqual(withoutLedger(minimal))
    expect((await upgradeOf(gone)).changeSet.changes).toEqual([])

    const { plan } = await planUndo({ files: memoryFiles(gone) })
    const back = carriedOut(gone, plan)
    expect(withoutLedger(back)).toEqual(withoutLedger(api))
    expect(bases(back)).toEqual(bases(api))
    expect((await upgradeOf(back)).changeSet.changes).toEqual([])
    expect(missingIn(without(back, 'bin/migrate.ts'))).toEqual(['bin/migrate.ts'])

    const again = await removed(back, 'database')
    expect(withoutLedger(again)).toEqual(withoutLedger(gone))
    const anew = await added(again, 'database')
    expect(withoutLedger(anew)).toEqual(withoutLedger(api))
    expect((await upgradeOf(anew)).changeSet.changes).toEqual([])
    expect(withoutLedger(await removed(anew, 'database'))).toEqual(withoutLedger(gone))
  })

  test('leaves what its owner and other features have written around it', async () => {
    const api = await madeToday('api', 'uploads', 'flags')
    const mine = edited(
      edited(api, 'src/config.ts', 'poolSize: read.DATABASE_POOL_SIZE,\n', ''),
      'README.md',
      '## Settings\n',
      '## Settings\n\nOurs are in the wiki.\n',
    )
    const rest = await removed(
      edited(
        mine,
        'src/config.ts',
        '      url: read.DATABASE_URL,\n      ',
        '      url: read.DATABASE_URL,\n      poolSize: read.DATABASE_POOL_SIZE,\n      ',
      ),
      'database',
    )
    const today = await madeToday('minimal', 'uploads', 'flags')
    const expected = edited(
      today,
      'README.md',
      '## Settings\n',
      '## Settings\n\nOurs are in the wiki.\n',
    )
    expect(asMinimal(rest)).toEqual(withoutLedger(expected))
  })

  test('is needed by a feature that counts in it', async () => {
    const api = await madeToday('api', 'rate-limit-postgres')
    await expect(removed(api, 'database')).rejects.toMatchObject({
      code: 'feature-needed',
      message: 'rate-limit-postgres cannot be without database.',
    })
  })
})

describe('an app that was made without a database', () => {
  test('makes no resource and no migration, and says what would help', async () => {
    const files = memoryFiles(await madeToday('minimal'))
    await expect(
      planMakeResource({ files, name: 'Kite', fields: ['name:string'], at }),
    ).rejects.toMatchObject({
      code: 'feature-missing',
      message: 'make:resource needs the feature database, which this app does not have.',
      hint: 'Nothing was changed. Add it first: ./elif add database',
    })
  })

  test('gets one with a feature that needs it, and is upgraded as any other', async () => {
    const tree = await madeToday('minimal', 'rate-limit-postgres')
    expect(featuresIn(tree)).toEqual(['database', 'rate-limit-postgres'])
    const api = await madeToday('api', 'rate-limit-postgres')
    expect(withoutLedger(tree)).toEqual(asMinimal(api))
    expect((await upgradeOf(tree)).changeSet.changes).toEqual([])
    const rest = await removed(tree, 'rate-limit-postgres')
    expect(withoutLedger(rest)).toEqual(withoutLedger(await madeToday('minimal')))
  })

  test('keeps what its owner wrote in the README and is told what it would say', async () => {
    const minimal = await madeToday('minimal')
    const line = '- `npm test` runs the tests.\n'
    const mine = edited(minimal, 'README.md', line, '- `npm test`: all of them, in a minute.\n')
    const app = opened(mine)
    const { changeSet } = await planAddFeature({ app, name: 'database', install: false, at })
    const [notice, ...others] = changeSet.notices
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      path: 'README.md',
      paste: expect.stringContaining('each worker on a database of its own'),
    })
    const tree = carriedOut(mine, {
      ...(await planAddFeature({ app, name: 'database', install: false, at })),
    })
    expect((await upgradeOf(tree)).changeSet.changes).toEqual([])
  })
})
