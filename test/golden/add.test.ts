import { describe, expect, test } from 'vitest'

import { planAddFeature } from '../../src/actions/add-feature.ts'
import { parseManifest } from '../../src/project/manifest.ts'
import { featureNames } from '../made-app/feature-names.ts'
import { formatText } from '../../src/template/format-text.ts'
import { appInMemory, appWithout, at } from './app-in-memory.ts'
import { expectGolden } from './golden-tree.ts'
import { newApp } from './new-app.ts'

const names = await featureNames()

type App = Awaited<ReturnType<typeof appInMemory>>

function adding(app: App, name: string) {
  const files = app.files()
  const manifest = parseManifest(files.read('elif.json') ?? '')
  return planAddFeature({ app: { files, manifest }, name, install: true, at })
}

describe('what elif add makes of a new app', () => {
  test.each(names)('%s', async (name) => {
    const app = await appWithout(name)
    const plan = await adding(app, name)
    expect(plan.changeSet.notices).toEqual([])
    const tree = app.land(plan)
    expectGolden(`add-${name}`, tree)
    for (const [path, text] of Object.entries(tree)) {
      // One feature a line, whatever fits into one.
      if (path === 'elif.json') continue
      const formatted = await formatText(path, `${text}\n`)
      expect([path, formatted.trimEnd()]).toEqual([path, text.trimEnd()])
    }
  })
})

const asPreset = (text = '') => text.replace('"minimal"', '"api"')

test('a minimal app with a database is the app that the preset api makes', async () => {
  const minimal = await newApp('shop', { preset: 'minimal' })
  const app = await appInMemory(minimal, 'minimal')
  const added = { ...minimal, ...app.land(await adding(app, 'database')) }
  const api = await newApp('shop')
  expect({ ...added, 'elif.json': asPreset(added['elif.json']) }).toEqual(api)
})
