import { describe, expect, test } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planRemoveFeature } from '../../src/actions/remove-feature.ts'
import { planUndo } from '../../src/actions/undo.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { readFeatures } from '../../src/recipe/features.ts'
import { appInMemory } from '../golden/app-in-memory.ts'
import { pairwiseSubsets } from '../made-app/subsets.ts'
import { hour } from '../ledger/app-with-runs.ts'

type App = Awaited<ReturnType<typeof appInMemory>>

const names = (await readFeatures()).map(({ name }) => name)

/** The app as commands find it. */
function opened(app: App) {
  const files = app.files()
  return { files, manifest: parseManifest(files.read('elif.json') ?? '') }
}

const add = (app: App, name: string) => planAddFeature({ app: opened(app), name, install: true })
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

describe.each(names)('%s', (name) => {
  test('added and removed again leaves every byte as it was', async () => {
    const app = await appInMemory()
    const before = treeOf(app)
    app.land(await add(app, name), hour(8))
    expect(opened(app).manifest.features).toContain(name)
    const { plan, left } = await remove(app, name)
    app.land(plan, hour(9))
    expect(left).toEqual([])
    expect(treeOf(app)).toEqual(before)
  })

  test('added twice is added once', async () => {
    const app = await appInMemory()
    app.land(await add(app, name), hour(8))
    const { changeSet, remarks } = await add(app, name)
    expect(changeSet).toEqual({ changes: [], notices: [], steps: [] })
    expect(remarks).toEqual([`${name} is installed already.`])
  })

  test('an undo of its removal brings it back', async () => {
    const app = await appInMemory()
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

  test('goes also when a resource was made after it', async () => {
    const app = await appInMemory()
    const kite = { name: 'Kite', fields: ['name:string'], at: hour(9) }
    app.land(await planMakeResource({ files: app.files(), ...kite }), hour(9))
    const alone = treeOf(app)
    const other = await appInMemory()
    other.land(await add(other, name), hour(8))
    other.land(await planMakeResource({ files: other.files(), ...kite }), hour(9))
    other.land((await remove(other, name)).plan, hour(10))
    expect(treeOf(other)).toEqual(alone)
  })
})

test.each(pairwiseSubsets(names))(
  'added as %s, removed as %s: the app is as it was',
  async (added, removed) => {
    const app = await appInMemory()
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
