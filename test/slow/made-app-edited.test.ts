import { expect, test } from 'vitest'

import { fieldSets } from '../made-app/fields.ts'
import { makeApp } from '../made-app/made-app.ts'
import { treeOf } from '../made-app/tree.ts'

const words = fieldSets.product.map(({ field }) => field)
const service = 'src/modules/products/product-service.ts'

test('a third resource leaves every byte alone that its owner has written', async () => {
  const app = await makeApp()
  await app.mustElif('make:resource', 'Product', ...words)
  await app.mustElif('make:resource', 'Review', 'stars:integer', 'comment:text?')
  app.write(service, editedService(app.read(service)))
  app.write('src/app.ts', editedApp(app.read('src/app.ts')))
  app.write('src/own.ts', 'export const answer   =   42\n')
  const before = treeOf(app.root, { ledger: false })

  await app.mustElif('make:resource', 'Supplier', 'name:string:unique')

  const after = treeOf(app.root, { ledger: false })
  const changed = Object.keys(before).filter((path) => before[path] !== after[path])
  expect(changed.toSorted()).toEqual(['database/schema.ts', 'src/app.ts'])
  for (const path of changed) expect(linesLost(before[path] ?? '', after[path] ?? '')).toEqual([])
  await app.npm('typecheck')
  await app.mustElif('migrate')
  await app.ownTests()
})

/** A method in the custom region and a comment elsewhere, both laid out as no formatter would. */
function editedService(text: string): string {
  const region = /^( *)\/\/ #region custom:\w+\n/m
  expect(text).toMatch(region)
  return text
    .replace(region, (marker, indent) => `${marker}${indent}// Mine:   leave it.\n`)
    .replace('export function', '// Also mine   ;\nexport function')
}

/** Own lines around and inside of the list that elif adds to. */
function editedApp(text: string): string {
  const region = /^( *)\/\/ #region elif:modules\n/m
  expect(text).toMatch(region)
  return text.replace(
    region,
    (marker, indent) => `${indent}// before\n${marker}${indent}// inside,   first\n`,
  )
}

/** The lines of the old text that the new one does not have any more, in their order. */
function linesLost(before: string, after: string): string[] {
  const left = after.split('\n')
  return before.split('\n').filter((line) => {
    const found = left.indexOf(line)
    if (found >= 0) left.splice(0, found + 1)
    return found < 0
  })
}
