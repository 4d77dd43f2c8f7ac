import { expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { type FormatSettings, formatText, ownSettings } from '../../src/template/format-text.ts'
import { appInMemory, at } from '../golden/app-in-memory.ts'

const SETTINGS: Record<string, FormatSettings> = {
  "the formatter's own": {},
  'narrow lines': { ...ownSettings, printWidth: 60 },
  'tabs and wide lines': { ...ownSettings, useTabs: true, printWidth: 140 },
  'no blanks in braces': { ...ownSettings, bracketSpacing: false },
  'no trailing commas': { ...ownSettings, trailingComma: 'none', printWidth: 70 },
}

/** An app whose every file lies as these settings ask for. */
async function formattedApp(settings: FormatSettings) {
  const app = await appInMemory({ '.prettierrc.json': JSON.stringify(settings) })
  for (const path of app.files().list()) {
    app.write(path, await formatText(path, app.read(path) ?? '', settings))
  }
  return app
}

const product = { name: 'Product', fields: ['name:string', 'sku:string:unique'], at }
const line = { name: 'CustomerInvoiceLine', fields: ['soldAt:timestamp'], at }
const tag = { name: 'Tag', fields: ['name:string'], at }

test.each(Object.entries(SETTINGS))('edited files lie formatted too: %s', async (_, settings) => {
  const app = await formattedApp(settings)
  const module = 'catalog'
  app.land(await planMakeModule({ files: app.files(), name: module }))
  for (const resource of [product, line, tag]) {
    app.land(await planMakeResource({ files: app.files(), module, ...resource }))
  }
  app.land(await planMakeController({ files: app.files(), name: 'PriceList', module }))
  for (const path of ['src/app.ts', 'src/modules/catalog/catalog-module.ts']) {
    const text = app.read(path) ?? ''
    expect(text).toBe(await formatText(path, text, settings))
  }
})

test('a file that its owner lays out by hand stays as it is around the entry', async () => {
  const app = await formattedApp({ printWidth: 80 })
  const before = (app.read('src/app.ts') ?? '').replace('config.http,', 'config.http ,')
  app.write('src/app.ts', before)
  const name = 'catalog'
  const tree = app.land(await planMakeModule({ files: app.files(), name }))
  const added = tree['src/app.ts']?.split('\n').filter((row) => !before.split('\n').includes(row))
  expect(added).toEqual([
    'import { createCatalogModule } from "./modules/catalog/catalog-module.ts";',
    '  const catalog = createCatalogModule(platform);',
    '  http.register(catalog.routes);',
  ])
  expect(tree['src/app.ts']).toContain('config.http ,')
})

test('a file that does not parse is refused, whatever the settings are', async () => {
  const app = await formattedApp({ printWidth: 80 })
  app.write('src/app.ts', `${app.read('src/app.ts')}const x = {{\n`)
  const { changeSet } = await planMakeModule({ files: app.files(), name: 'catalog' })
  expect(changeSet.notices).toHaveLength(1)
  expect(changeSet.changes.map((change) => change.kind)).toEqual(['create'])
})
