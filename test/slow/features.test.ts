import { expect, test } from 'vitest'

import { parseManifest } from '../../src/project/manifest.ts'
import { readFeatures } from '../../src/recipe/features.ts'
import { elif, makeApp, type MadeApp } from '../made-app/made-app.ts'
import { pairwiseSubsets } from '../made-app/subsets.ts'
import { treeOf } from '../made-app/tree.ts'
import { isFull } from '../tiers/full.ts'

const features = await readFeatures()
const names = features.map(({ name }) => name)
const all = pairwiseSubsets(features)

/** Every pair of features meets in a full run. */
const subsets = isFull ? all : all.slice(0, 1)

/** With what needs others they come and go as well. */
const featuresOf = (app: MadeApp) => parseManifest(app.read('elif.json')).features

async function without(app: MadeApp, name: string): Promise<void> {
  if (!featuresOf(app).includes(name)) return
  await app.mustElif('remove', name, '--no-install', '--yes')
}

test.each(subsets)(
  'to the preset $preset $added can be added, and removed again as $removed',
  async ({ preset, added, removed }) => {
    const app = await makeApp({ name: 'shop', preset })
    const before = treeOf(app.root, { ledger: false })
    for (const name of added) await app.mustElif('add', name, '--no-install', '--yes')
    await app.holds()
    const [first, ...others] = removed
    await without(app, first ?? '')
    await app.holds()
    for (const name of others) await without(app, name)
    expect(treeOf(app.root, { ledger: false })).toEqual(before)
  },
)

test('an app with every feature holds, and adding one again changes nothing', async () => {
  const app = await makeApp({ name: 'shop', preset: 'minimal' })
  for (const name of names) await app.mustElif('add', name, '--no-install', '--yes')
  await app.holds()
  const again = await elif(['add', names[0] ?? '', '--json'], app.root)
  expect(JSON.parse(again.stdout)).toMatchObject({ result: 'unchanged' })
})
