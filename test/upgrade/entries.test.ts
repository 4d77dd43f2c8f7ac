import { expect, test } from 'vitest'

import { madeToday } from './made-today.ts'
import { edited } from './owners.ts'
import { type Tree, upgraded, upgradeOf } from './upgraded.ts'

const app = 'src/app.ts'
const today = 'const orderDesk = createOrderDeskModule(platform)'
const before = 'const orderDesk = createOrderDeskModule({ platform })'

/** An app whose last run was one of an elif that wrote its entry otherwise. */
async function ofOlderElif(): Promise<Tree> {
  const tree = await madeToday()
  const diff = Object.keys(tree).find(
    (path) => path.endsWith('.diff') && tree[path]?.includes(`+  ${today}`),
  )
  return edited(edited(tree, app, today, before), diff ?? '', today, before)
}

test('an entry of an earlier run takes the form that it has today', async () => {
  const { tree, notices, plan } = await upgraded(await ofOlderElif())
  expect(tree[app]).toBe((await madeToday())[app])
  expect(plan.changeSet.changes).toHaveLength(1)
  expect(notices).toEqual([])
  expect((await upgradeOf(tree)).changeSet.changes).toEqual([])
})

test('an entry that its owner has changed stays so, and is told', async () => {
  const mine = edited(
    await ofOlderElif(),
    app,
    before,
    'const orderDesk = ours({ platform, deep: true })',
  )
  const plan = await upgradeOf(mine)
  expect(plan.changeSet).toEqual({ changes: [], notices: [], steps: [] })
  expect(plan.remarks).toEqual([
    expect.stringMatching(
      /^src\/app\.ts: You have changed what elif wrote in line \d+, and elif writes it otherwise now:\n {2}const orderDesk = ours\(platform\)$/,
    ),
  ])
})

test('an entry that its owner has taken out stays out', async () => {
  const mine = edited(await ofOlderElif(), app, `  ${before}\n`, '')
  const { tree } = await upgraded(mine)
  expect(tree[app]).toBe(mine[app])
})
