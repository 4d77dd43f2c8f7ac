import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, inject, test } from 'vitest'

import { fieldSets } from '../made-app/fields.ts'
import { killAt, momentsOf } from '../made-app/kill.ts'
import { elif, elifHere, makeApp, newFolder, openMadeApp } from '../made-app/made-app.ts'
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

test('after a killed make:resource the next command finds the app as it was before or after', async () => {
  const words = ['make:resource', 'Product', ...fieldSets.product.map(({ field }) => field)]
  const base = await makeApp()
  const copy = () => {
    const root = join(newFolder(), 'shop')
    cpSync(base.root, root, { recursive: true, filter: (path) => !path.includes('node_modules') })
    return openMadeApp(root)
  }
  const next = async (app: ReturnType<typeof copy>): Promise<Tree> => {
    await app.mustElif('make:module', 'catalog')
    return treeOf(app.root, withoutLedger)
  }
  const before = await next(copy())
  const finished = copy()
  const { milliseconds } = await measured(() => finished.mustElif(...words).then(() => ({})))
  const after = await next(finished)

  for (const moment of momentsOf(count, milliseconds)) {
    const app = copy()
    const journal = join(app.root, '.elif/local/journal')
    const seen = () => namesIn(journal).length > 0
    await killAt(moment, { words: ['elif', ...words], cwd: app.root, environment, seen })

    const found = await next(app)

    expect([before, after]).toContainEqual(found)
    expect(namesIn(journal)).toEqual([])
  }
})

const namesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

async function measured(run: () => Promise<Tree>): Promise<{ tree: Tree; milliseconds: number }> {
  const began = performance.now()
  const tree = await run()
  return { tree, milliseconds: performance.now() - began }
}
