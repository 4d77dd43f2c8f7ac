import { expect, test } from 'vitest'

import { elif, makeApp, type MadeApp } from '../made-app/made-app.ts'
import { pairwiseSubsets } from '../made-app/subsets.ts'
import { treeOf } from '../made-app/tree.ts'
import { featureNames } from '../made-app/feature-names.ts'
import { isFull } from '../tiers/full.ts'

const names = await featureNames()
const all = pairwiseSubsets(names)

/** Every pair of features meets in a full run. */
const subsets = isFull ? all : all.slice(0, 1)

async function holds(app: MadeApp): Promise<void> {
  await app.npm('typecheck')
  await app.npm('lint')
  await app.npm('format:check')
  await app.npm('test')
}

test.each(subsets)('%s can be added, and removed again as %s', async (added, removed) => {
  const app = await makeApp({ name: 'shop' })
  const before = treeOf(app.root, { ledger: false })
  for (const name of added) await app.mustElif('add', name, '--no-install', '--yes')
  await holds(app)
  const [first, ...others] = removed
  await app.mustElif('remove', first ?? '', '--no-install', '--yes')
  await holds(app)
  for (const name of others) await app.mustElif('remove', name, '--no-install', '--yes')
  expect(treeOf(app.root, { ledger: false })).toEqual(before)
})

test('an app with every feature holds, and adding one again changes nothing', async () => {
  const app = await makeApp({ name: 'shop' })
  for (const name of names) await app.mustElif('add', name, '--no-install', '--yes')
  await holds(app)
  const again = await elif(['add', names[0] ?? '', '--json'], app.root)
  expect(JSON.parse(again.stdout)).toMatchObject({ result: 'unchanged' })
})
