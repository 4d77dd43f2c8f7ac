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

type App = Awaited<ReturnType<typeof appInMemory>>
const catalog = { module: 'catalog' }
const lines = { name: 'CustomerInvoiceLineItem', fields: ['amount:integer'], at }
const sheep = { name: 'sheep', fields: ['wool:integer'], at }

const moduleIn = async (app: App) =>
  app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
const controllerIn = async (app: App, name: string, more = {}) =>
  app.land(await planMakeController({ files: app.files(), name, ...more }))
const resourceIn = async (app: App, resource: typeof product, more = {}) =>
  app.land(await planMakeResource({ files: app.files(), ...resource, ...more }))

/** What lands in a new app, by the name of its golden tree. */
const trees: Record<string, (app: App) => Promise<Record<string, string>>> = {
  'make-module': moduleIn,
  'make-controller': (app) => controllerIn(app, 'Status'),
  'make-controller-in-module': async (app) => {
    await moduleIn(app)
    return controllerIn(app, 'PriceList', catalog)
  },
  'make-migration': async (app) =>
    app.land(await planMakeMigration({ files: app.files(), name: 'addStock', at })),
  'make-resource': (app) => resourceIn(app, product),
  'make-resource-every-field': (app) => resourceIn(app, everything),
  'make-resource-sheep': (app) => resourceIn(app, sheep),
  'make-resource-second-in-module': async (app) => {
    await resourceIn(app, product, catalog)
    return resourceIn(app, lines, catalog)
  },
}

/** What lands in an app without a database. */
const minimalTrees: Record<string, (app: App) => Promise<Record<string, string>>> = {
  'make-module-minimal': moduleIn,
  'make-controller-minimal': (app) => controllerIn(app, 'Status'),
}

test.each(Object.entries(minimalTrees))('%s', async (name, make) => {
  const tree = await make(await appInMemory({}, 'minimal'))
  expectGolden(name, tree)
  expect(tree).toEqual(await asLaid(tree))
})

describe('what a command makes of a new app', () => {
  test.each(Object.entries(trees))('%s', async (name, make) => {
    const tree = await make(await appInMemory())
    expectGolden(name, tree)
    expect(tree).toEqual(await asLaid(tree))
  })
})

/** The line more keeps a text from passing for one that was laid before. */
async function asLaid(tree: Record<string, string>): Promise<Record<string, string>> {
  const laid = Object.entries(tree).map(async ([path, text]) => [
    path,
    await formatText(path, `${text}\n`),
  ])
  return Object.fromEntries(await Promise.all(laid))
}
