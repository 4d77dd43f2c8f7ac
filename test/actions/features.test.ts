import { describe, expect, test } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planRemoveFeature } from '../../src/actions/remove-feature.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { planUpgrade } from '../../src/actions/upgrade.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { readFeatures } from '../../src/recipe/features.ts'
import { appInMemory, appWithout } from '../golden/app-in-memory.ts'
import { pairwiseSubsets } from '../made-app/subsets.ts'
import { appWithRuns, hour } from '../ledger/app-with-runs.ts'

type App = Awaited<ReturnType<typeof appInMemory>>

const features = await readFeatures()
const names = features.map(({ name }) => name)

/** The app as commands find it. */
function opened(app: App) {
  const files = app.files()
  return { files, manifest: parseManifest(files.read('elif.json') ?? '') }
}

const add = (app: App, name: string) =>
  planAddFeature({ app: opened(app), name, install: true, at: hour(8) })
const remove = (app: App, name: string) =>
  planRemoveFeature({ app: opened(app), name, install: true })

/** Everything but the runs, which only grow, and what git is told of the ledger. */
function treeOf(app: App): Record<string, string | undefined> {
  const kept = app
    .files()
    .list()
    .filter((path) => !path.startsWith('.elif/runs/') && !path.startsWith('.elif/.git'))
  return Object.fromEntries(kept.map((path) => [path, app.read(path)]))
}

const code = 'src/framework/static/static-files.ts'

test('a feature is not put into an app that lacks what it stands on', async () => {
  const app = await appInMemory({ 'src/framework/errors/define-problems.ts': undefined })
  await expect(add(app, 'static')).rejects.toMatchObject({
    code: 'feature-unsupported',
    message: 'static stands on src/framework/errors/define-problems.ts, which this app lacks.',
  })
})

describe('a removal', () => {
  test('leaves a file that its owner has edited, and says so', async () => {
    const app = await appInMemory()
    app.land(await add(app, 'static'), hour(8))
    const robots = 'public/.gitkeep'
    app.write(robots, 'mine')
    const { plan, left } = await remove(app, 'static')
    expect(left).toEqual([{ path: robots, because: expect.stringContaining('its owner’s now') }])
    app.land(plan, hour(9))
    expect([app.read(robots), app.read(code)]).toEqual(['mine', undefined])
  })

  test('is refused while code of the owner imports a file or a package of it', async () => {
    const app = await appInMemory()
    app.land(await add(app, 'static'), hour(8))
    const mine = `import plugin from '@fastify/send'\n\nexport { staticFiles } from '#app/framework/static/static-files.ts'\nexport default plugin\n`
    app.write('src/modules/mine.ts', mine)
    await expect(remove(app, 'static')).rejects.toMatchObject({
      code: 'feature-in-use',
      message:
        'What goes with static is still used:\n' +
        '  src/modules/mine.ts:1  @fastify/send\n' +
        '  src/modules/mine.ts:3  #app/framework/static/static-files.ts',
    })
  })

  test('is refused while code of the owner asks the platform for it', async () => {
    const app = await appInMemory()
    app.land(await add(app, 'sse'), hour(8))
    const mine = `// platform.eventStreams is from sse\nexport function createMine({ clock, eventStreams }: Pick<Platform, 'clock' | 'eventStreams'>) {}\n`
    app.write('src/modules/mine.ts', mine)
    await expect(remove(app, 'sse')).rejects.toMatchObject({
      message:
        'What goes with sse is still used:\n' +
        "  src/modules/mine.ts:2  Pick<Platform, 'clock' | 'eventStreams'>",
    })
  })

  test('is refused for what is not there, and for what no run tells of', async () => {
    const app = await appInMemory()
    await expect(remove(app, 'static')).rejects.toMatchObject({ code: 'feature-not-installed' })
    await expect(remove(app, 'statik')).rejects.toMatchObject({
      message: 'There is no feature called "statik". Did you mean static?',
    })
    app.write(
      'elif.json',
      (app.read('elif.json') ?? '').replace('"database"', '"database", "static"'),
    )
    await expect(remove(app, 'static')).rejects.toMatchObject({ code: 'feature-unrecorded' })
  })

  test('keeps what its owner has written around the entries', async () => {
    const app = await appInMemory()
    app.land(await add(app, 'static'), hour(8))
    const text = app.read('src/app.ts') ?? ''
    const entry = '  http.register(staticFiles(config.static))\n'
    app.write(
      'src/app.ts',
      text.replace(entry, `${entry}  http.get('/mine', async () => 'mine')\n`),
    )
    app.land((await remove(app, 'static')).plan, hour(9))
    expect(app.read('src/app.ts')).toContain(
      "  // #region elif:routes\n  http.get('/mine', async () => 'mine')\n",
    )
    expect(app.read('src/app.ts')).not.toContain('static')
  })

  test('takes away also what an upgrade has brought up to date', async () => {
    const app = await appWithRuns()
    const before = treeOf(app)
    app.land(await add(app, 'static'), hour(10))
    const today = app.read(code)
    for (const path of [code, `.elif/base/${code}.base`])
      app.write(path, (app.read(path) ?? '').replaceAll('31_536_000', '1_536_000'))
    const upgrade = { files: app.files(), version: '0.1.0', from: '0.1.0' }
    app.land(await planUpgrade(upgrade), hour(11))
    expect(app.read(code)).toBe(today)
    app.land((await remove(app, 'static')).plan, hour(12))
    expect(treeOf(app)).toEqual(before)
  })
})

test('a removal takes away what an upgrade has brought to the feature', async () => {
  const app = await appWithRuns()
  const before = treeOf(app)
  const brought = 'src/framework/static/static-files.test.ts'
  // As an elif would have added it whose feature did not have this file.
  const { changeSet, rendered, ...plan } = await add(app, 'static')
  const changes = changeSet.changes.filter((each) => !('path' in each && each.path === brought))
  app.land({ ...plan, changeSet: { ...changeSet, changes }, rendered }, hour(10))
  const upgrade = { files: app.files(), version: '0.1.0', from: '0.1.0' }
  app.land(await planUpgrade(upgrade), hour(11))
  expect(app.read(brought)).toBeDefined()
  app.land((await remove(app, 'static')).plan, hour(12))
  expect(treeOf(app)).toEqual(before)
})

describe.each(names)('%s', (name) => {
  test('added and removed again leaves every byte as it was', async () => {
    const app = await appWithout(name)
    const before = treeOf(app)
    app.land(await add(app, name), hour(8))
    expect(opened(app).manifest.features).toContain(name)
    const { plan, left } = await remove(app, name)
    app.land(plan, hour(9))
    expect(left).toEqual([])
    expect(treeOf(app)).toEqual(before)
  })

  test('added twice is added once', async () => {
    const app = await appWithout(name)
    app.land(await add(app, name), hour(8))
    const { changeSet, remarks } = await add(app, name)
    expect(changeSet).toEqual({ changes: [], notices: [], steps: [] })
    expect(remarks).toEqual([`${name} is installed already.`])
  })

  test('an undo of its removal brings it back', async () => {
    const app = await appWithout(name)
    app.land(await add(app, name), hour(8))
    const added = treeOf(app)
    app.land((await remove(app, name)).plan, hour(9))
    const run = app
      .files()
      .list('.elif/runs')
      .findLast((path) => app.read(path)?.includes(`"command": "remove ${name}"`))
    app.land((await planUndo({ files: app.files(), run })).plan, hour(10))
    expect(treeOf(app)).toEqual(added)
  })
})

// What a resource stands on has to stay.
test.each(names.filter((name) => name !== 'database'))(
  '%s goes also when a resource was made after it',
  async (name) => {
    const app = await appInMemory()
    const kite = { name: 'Kite', fields: ['name:string'], at: hour(9) }
    app.land(await planMakeResource({ files: app.files(), ...kite }), hour(9))
    const alone = treeOf(app)
    const other = await appInMemory()
    other.land(await add(other, name), hour(8))
    other.land(await planMakeResource({ files: other.files(), ...kite }), hour(9))
    other.land((await remove(other, name)).plan, hour(10))
    expect(treeOf(other)).toEqual(alone)
  },
)

test('a database stays while a resource stands on it, and goes once that is gone', async () => {
  const app = await appWithout('database')
  const before = treeOf(app)
  app.land(await add(app, 'database'), hour(8))
  const kite = { name: 'Kite', fields: ['name:string'], at: hour(9) }
  app.land(await planMakeResource({ files: app.files(), ...kite }), hour(9))
  await expect(remove(app, 'database')).rejects.toMatchObject({
    code: 'feature-in-use',
    message: expect.stringMatching(
      /create-kites\.ts:1 {2}kysely\n[^]*kites-module\.ts:\d+ {2}Pick<Platform, 'database' \| 'clock'>/,
    ),
  })
  app.land((await planUndo({ files: app.files() })).plan, hour(10))
  app.land((await remove(app, 'database')).plan, hour(11))
  expect(treeOf(app)).toEqual(before)
})

test.each(pairwiseSubsets(features))(
  'added to the preset $preset as $added, removed as $removed: the app is as it was',
  async ({ preset, added, removed }) => {
    const app = await appInMemory({}, preset)
    const before = treeOf(app)
    let hours = 8
    for (const name of added) {
      if (!opened(app).manifest.features.includes(name))
        app.land(await add(app, name), hour(hours++))
    }
    for (const name of removed) {
      if (opened(app).manifest.features.includes(name))
        app.land((await remove(app, name)).plan, hour(hours++))
    }
    expect(treeOf(app)).toEqual(before)
  },
)
