import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { killCommands } from '../faults/killed-commands.ts'
import { killAt, momentsOf } from '../made-app/kill.ts'
import { elif, elifHere, newFolder } from '../made-app/made-app.ts'
import { type Tree, treeOf } from '../made-app/tree.ts'
import { isFull } from '../tiers/full.ts'

const count = isFull ? 100 : 12
const environment = inject('environment')
const withoutLedger = { ledger: false }

test('a killed new leaves the whole app or none, and the next new is not disturbed', async () => {
  const words = ['new', 'shop', '--no-install', '--no-git', '--yes']
  const { tree, milliseconds } = await measured(async () => {
    const folder = newFolder()
    await elif(words, folder)
    return treeOf(join(folder, 'shop'), withoutLedger)
  })

  for (const moment of momentsOf(count, milliseconds)) {
    const folder = newFolder()
    const seen = () => readdirSync(folder).length > 0
    await killAt(moment, { words: [elifHere, ...words], cwd: folder, environment, seen })
    const whole = existsSync(join(folder, 'shop'))
    const left = whole ? treeOf(join(folder, 'shop'), withoutLedger) : tree

    const again = await elif(words, folder)

    expect(left).toEqual(tree)
    expect(again.exitCode === 0).toBe(!whole)
    expect(readdirSync(folder)).toEqual(['shop'])
    expect(treeOf(join(folder, 'shop'), withoutLedger)).toEqual(tree)
  }
})

test('after a killed command the next one finds the app as if it had run or not, also in a crowd', async () => {
  const place = { elif: elifHere, folder: newFolder(), environment }
  const tally = await killCommands(place, count, 20_261_120)
  expect(tally.failures).toEqual([])
  expect(tally.runs).toBe(count)
})

async function measured(run: () => Promise<Tree>): Promise<{ tree: Tree; milliseconds: number }> {
  const began = performance.now()
  const tree = await run()
  return { tree, milliseconds: performance.now() - began }
}
