import { describe, expect, test } from 'vitest'

import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import type { Files } from '../../src/files/files.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'

const product = (files: Files, more: { module?: string } = {}) =>
  planMakeResource({ files, name: 'Product', fields: ['name:string'], at, ...more })

const noticesIn = async (change: (text: string) => string) => {
  const app = await appInMemory()
  app.write('src/app.ts', change(app.read('src/app.ts') ?? ''))
  return (await product(app.files())).changeSet.notices.map(({ because, paste }) => [
    because,
    paste,
  ])
}

/** Where `createApp` takes the modules: behind the marker. */
const line =
  ((await appInMemory()).read('src/app.ts') ?? '')
    .split('\n')
    .findIndex((each) => each.includes('#region elif:modules')) + 1

const wiring = [
  "import { createProductsModule } from './modules/products/products-module.ts'",
  'const products = createProductsModule(platform)',
  'http.register(products.routes)',
].join('\n')

describe('names that an owner has changed', () => {
  test('are not guessed: what belongs to them is told as lines to paste', async () => {
    const notices = await noticesIn((text) =>
      text.replace('platform: Platform', 'base: Platform').replaceAll('(platform)', '(base)'),
    )
    expect(notices).toEqual([
      [`platform is not known where the entry belongs (line ${line}).`, wiring],
    ])
  })

  test('that are taken already are never used as if elif had made them', async () => {
    const notices = await noticesIn((text) =>
      text.replace('  const http', "  const products = ['mine']\n  const http"),
    )
    expect(notices).toEqual([
      [`The name products is already taken where the entry belongs (line ${line}).`, wiring],
    ])
  })

  test('of a module are told when its services need them', async () => {
    const app = await appInMemory()
    app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
    const path = 'src/modules/catalog/catalog-module.ts'
    app.write(path, (app.read(path) ?? '').replace('{ database, clock }:', 'platform:'))
    const { changeSet } = await product(app.files(), { module: 'catalog' })
    expect(changeSet.notices.map(({ because }) => because)).toEqual([
      'createCatalogModule is not given database and clock, which products need.',
    ])
  })
})

test('words of one letter are the same in every file', async () => {
  const app = await appInMemory()
  const wanted = { files: app.files(), fields: ['name:string'], name: 'plan-b-c', at }
  const paths = Object.keys(app.land(await planMakeResource(wanted))).toSorted()
  expect(paths.filter((path) => !path.includes('plan-b-c'))).toEqual([
    'database/schema.ts',
    'src/app.ts',
  ])
})
