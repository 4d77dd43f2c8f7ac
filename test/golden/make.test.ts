import { describe, expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeMigration } from '../../src/actions/make-migration.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { formatText } from '../../src/template/format-text.ts'
import { appInMemory, at } from './app-in-memory.ts'
import { expectGolden } from './golden-tree.ts'

const product = {
  name: 'Product',
  fields: ['name:string', 'price:decimal(10,2)', 'description:text?', 'available:boolean'],
  at,
}
const everything = {
  name: 'HTTPRequest',
  fields: [
    'sku:string(20):unique',
    'title:string?:index',
    'notes:text',
    'stock:integer',
    'views:bigint?',
    'price:decimal(10,2)',
    'rate:decimal(3,3)?:unique',
    'available:boolean',
    'external_id:uuid?',
    'publishedOn:date:index',
    'soldAt:timestamp',
    'paidAt:timestamp?',
    'settings:json',
    'extra:json?',
    'status:enum(draft,sent)',
    'size:enum(small,very-large)?',
  ],
  at,
}

/** A golden tree is what lands, and what lands lies as the app's formatter lays it. */
async function expectTree(name: string, tree: Record<string, string>) {
  expectGolden(name, tree)
  const laid = await Promise.all(
    Object.entries(tree).map(async ([path, text]) => [path, await formatText(path, `${text}\n`)]),
  )
  expect(tree).toEqual(Object.fromEntries(laid))
}

describe('what a command makes of a new app', () => {
  test('make:module', async () => {
    const app = await appInMemory()
    const tree = app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
    await expectTree('make-module', tree)
  })

  test('make:controller', async () => {
    const app = await appInMemory()
    const tree = app.land(await planMakeController({ files: app.files(), name: 'Status' }))
    await expectTree('make-controller', tree)
  })

  test('make:controller in a module that is there', async () => {
    const app = await appInMemory()
    app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
    const wanted = { files: app.files(), name: 'PriceList', module: 'catalog' }
    await expectTree('make-controller-in-module', app.land(await planMakeController(wanted)))
  })

  test('make:migration', async () => {
    const app = await appInMemory()
    const plan = await planMakeMigration({ files: app.files(), name: 'addStock', at })
    await expectTree('make-migration', app.land(plan))
  })

  test('make:resource', async () => {
    const app = await appInMemory()
    const tree = app.land(await planMakeResource({ files: app.files(), ...product }))
    await expectTree('make-resource', tree)
  })

  test('make:resource with every field type, modifier and an acronym', async () => {
    const app = await appInMemory()
    const tree = app.land(await planMakeResource({ files: app.files(), ...everything }))
    await expectTree('make-resource-every-field', tree)
  })

  test('make:resource twice into one module, with names that break lines', async () => {
    const app = await appInMemory()
    const module = 'catalog'
    app.land(await planMakeResource({ files: app.files(), ...product, module }))
    const second = { name: 'CustomerInvoiceLineItem', fields: ['amount:integer'], module, at }
    const tree = app.land(await planMakeResource({ files: app.files(), ...second }))
    await expectTree('make-resource-second-in-module', tree)
  })

  test('make:resource of a noun that has no plural of its own', async () => {
    const app = await appInMemory()
    const sheep = { name: 'sheep', fields: ['wool:integer'], at }
    const tree = app.land(await planMakeResource({ files: app.files(), ...sheep }))
    await expectTree('make-resource-sheep', tree)
  })
})
