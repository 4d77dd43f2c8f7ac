import { describe, expect, test } from 'vitest'

import { planMakeController } from '../../src/actions/make-controller.ts'
import { planMakeMigration } from '../../src/actions/make-migration.ts'
import { planMakeModule } from '../../src/actions/make-module.ts'
import { planMakeResource } from '../../src/actions/make-resource.ts'
import { planRepair } from '../../src/actions/repair.ts'
import { commandId } from '../../src/cli/command-table.ts'
import type { Files } from '../../src/files/files.ts'
import { filesOf, textOf } from '../architecture/repository.ts'
import { appInMemory, at, landed } from '../golden/app-in-memory.ts'

const later = new Date('2027-01-01T00:00:00Z')
const fields = ['name:string', 'price:decimal(10,2)']
const product = (files: Files, more: object = {}) =>
  planMakeResource({ files, name: 'Product', fields, at, ...more })

describe('a command that was carried out before', () => {
  const commands = {
    'make:module': (files: Files) => planMakeModule({ files, name: 'catalog' }),
    'make:controller': (files: Files) => planMakeController({ files, name: 'Status' }),
    'make:migration': (files: Files, now = at) =>
      planMakeMigration({ files, name: 'add-stock', at: now }),
    'make:resource': (files: Files, now = at) => product(files, { at: now }),
  }

  test.each(Object.entries(commands))('%s changes nothing', async (_, plan) => {
    const app = await appInMemory()
    app.land(await plan(app.files()))
    const again = await plan(app.files(), later)
    expect(again.changeSet).toEqual({ changes: [], notices: [], steps: [] })
    expect(again.remarks).toEqual([`${again.command} was carried out before.`])
  })

  test('is every command that plans, but for those that never say that twice is once', () => {
    const sources = filesOf('commands/**/*.ts').map((path) => [path, textOf(path)] as const)
    const planning = sources.filter(([, text]) => /extends (Planning|Making)Command/.test(text))
    const once = planning.filter(([, text]) => !text.includes('twiceIsOnce = false'))
    const ids = once.map(([path]) => commandId(path.replace('commands/', '')))
    // Their own tests run the others twice: upgrades in apps of older versions, features, routes and
    // versions each, and what the doctor mends.
    const versions = ['version:create', 'version:deprecate', 'version:migrate']
    const elsewhere = ['add', 'doctor', 'repair', 'route:add', 'upgrade', ...versions]
    const tried = [...Object.keys(commands), ...elsewhere]
    expect(ids.toSorted()).toEqual(tried.toSorted())
  })

  test('repair changes nothing once it has repaired', async () => {
    const app = await appInMemory()
    app.land(await product(app.files()))
    const base = '.elif/base/src/modules/products/product.ts.base'
    const before = app.read(base)
    app.write(base, 'spoiled')
    const repair = async () => (await planRepair({ files: app.files(), version: '0.1.0' })).plan
    app.land(await repair())
    expect(app.read(base)).toBe(before)
    expect((await repair()).changeSet.changes).toEqual([])
  })

  test('says again which lines it left to its owner', async () => {
    const app = await appInMemory()
    app.remove('src/app.ts')
    app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
    const again = await planMakeModule({ files: app.files(), name: 'catalog' })
    expect(again.remarks).toEqual([
      'make:module catalog was carried out before.',
      "It left these lines for src/app.ts to you:\nimport { createCatalogModule } from './modules/catalog/catalog-module.ts'\nconst catalog = createCatalogModule(platform)\nhttp.register(catalog.routes)",
    ])
  })

  test('is the same however its words are spelled', async () => {
    const app = await appInMemory()
    app.land(await product(app.files()))
    const spelled = { name: 'products', fields: ['Name:string', 'price:decimal( 10, 2 )'] }
    const again = await product(app.files(), { ...spelled, module: 'ProductsModule' })
    expect(again.changeSet.changes).toEqual([])
  })

  test('leaves alone what its owner changed since', async () => {
    const app = await appInMemory()
    app.land(await product(app.files()))
    app.write('src/modules/products/product-service.ts', 'mine')
    app.remove('src/modules/products/products.test.ts')
    expect((await product(app.files())).changeSet.changes).toEqual([])
  })

  test('with other fields is refused and says both', async () => {
    const app = await appInMemory()
    app.land(await product(app.files()))
    await expect(product(app.files(), { fields: ['name:string'] })).rejects.toMatchObject({
      code: 'made-differently',
      message:
        'make:resource Product was carried out with other answers: fields name:string price:decimal(10,2), module products.',
      hint: 'Asked for now: fields name:string, module products. Change its files and add a migration by hand; elif never overwrites them.',
    })
  })

  test('makes everything again when its owner removed all of it', async () => {
    const app = await appInMemory()
    const plan = await product(app.files())
    const first = app.land(plan)
    for (const { kind, ...change } of plan.changeSet.changes) {
      if (kind === 'create' && 'path' in change) app.remove(change.path)
    }
    app.write('database/schema.ts', '/** Written. */\n\nexport interface DB {}\n')
    const again = landed(await product(app.files()))
    const service = 'src/modules/products/product-service.ts'
    expect(again[service]).toBe(first[service])
  })
})

describe('what is in the way', () => {
  test('is never replaced', async () => {
    const app = await appInMemory({ 'src/modules/products/product.ts': 'mine' })
    await expect(product(app.files())).rejects.toMatchObject({
      code: 'file-in-the-way',
      message:
        'src/modules/products/product.ts is there already, and elif replaces no file of yours.',
    })
  })

  test.each([
    ['as elif writes it', "{ prefix: '/products' }"],
    ['as its owner writes it', '{prefix: "/products", logLevel: "warn"}'],
  ])('is a path that another controller answers: %s', async (_, options) => {
    const app = await appInMemory()
    const path = 'src/modules/products/products-module.ts'
    const text = app.land(await product(app.files()))[path] ?? ''
    app.write(path, text.replace("{ prefix: '/products' }", options))
    const wanted = { files: app.files(), name: 'Products' }
    await expect(planMakeController(wanted)).rejects.toMatchObject({
      code: 'route-taken',
      message: 'src/modules/products/products-module.ts already mounts something at /products.',
    })
  })

  test('is a path that the module of that name answers', async () => {
    const app = await appInMemory()
    app.land(await product(app.files()))
    const wanted = { files: app.files(), name: 'Products', module: 'catalog' }
    await expect(planMakeController(wanted)).rejects.toMatchObject({ code: 'route-taken' })
  })

  test('is a table of the same name', async () => {
    const schema =
      'export interface Products {\n  id: string\n}\n\nexport interface DB {\n  products: Products\n}\n'
    const app = await appInMemory({ 'database/schema.ts': schema })
    await expect(product(app.files())).rejects.toMatchObject({ code: 'table-taken' })
  })
})

describe('a module that is there', () => {
  test('takes the resource whose plural it is called', async () => {
    const app = await appInMemory()
    app.land(await planMakeModule({ files: app.files(), name: 'products' }))
    const tree = app.land(await product(app.files()))
    expect(tree['src/app.ts']).toBeUndefined()
    expect(tree['src/modules/products/products-module.ts']).toContain('createProductService(')
  })

  test.each([
    ['a function', 'export function createCatalogModule(): object {\n  return { routes }\n}\n'],
    ['a constant', 'export const createCatalogModule = () => {\n  return { routes }\n}\n'],
  ])('and that nobody mounts is mounted, and stays as it is: %s', async (_, text) => {
    const path = 'src/modules/catalog/catalog-module.ts'
    const app = await appInMemory({ [path]: text })
    const plan = await planMakeModule({ files: app.files(), name: 'catalog' })
    const tree = app.land(plan)
    expect(plan.changeSet.notices).toEqual([])
    expect(plan.remarks).toEqual([`${path} was there already and stays as it is.`])
    expect(Object.keys(tree)).toEqual(['src/app.ts'])
    expect(tree['src/app.ts']).toContain('  http.register(catalog.routes)\n')
    const again = await planMakeModule({ files: app.files(), name: 'catalog' })
    expect(again.changeSet).toEqual({ changes: [], notices: [], steps: [] })
  })

  test('and that is made otherwise is told with the lines that would mount it', async () => {
    const path = 'src/modules/catalog/catalog-module.ts'
    const app = await appInMemory({ [path]: 'export const catalog = { routes: [] }\n' })
    const { changeSet } = await planMakeModule({ files: app.files(), name: 'catalog' })
    expect(changeSet.changes).toEqual([])
    expect(changeSet.notices).toEqual([
      {
        path: 'src/app.ts',
        because: `${path} exports no function createCatalogModule that returns routes; one that does is mounted so.`,
        paste: [
          "import { createCatalogModule } from './modules/catalog/catalog-module.ts'",
          'const catalog = createCatalogModule(platform)',
          'http.register(catalog.routes)',
        ].join('\n'),
      },
    ])
  })

  test('and that its owner mounts in another way is left alone, and told of', async () => {
    const path = 'src/modules/catalog/catalog-module.ts'
    const app = await appInMemory({ [path]: 'export const catalog = () => ({ routes })\n' })
    const importing = `import { catalog } from '#app/modules/catalog/catalog-module.ts'\n`
    const text = app
      .read('src/app.ts')
      ?.replace(/ {2}const http = createHttp.*\n/, '$&  http.register(catalog().routes)\n')
    app.write('src/app.ts', `${importing}${text}`)
    const { changeSet, remarks } = await planMakeModule({ files: app.files(), name: 'catalog' })
    expect(changeSet).toEqual({ changes: [], notices: [], steps: [] })
    expect(remarks).toEqual([`${path} was there already and stays as it is.`])
  })

  test('without the markers stays as it is, and all it lacks is told as lines to paste', async () => {
    const app = await appInMemory()
    app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
    const path = 'src/modules/catalog/catalog-module.ts'
    app.write(path, (app.read(path) ?? '').replaceAll(/^.*#(?:end)?region.*\n/gm, ''))
    const { changeSet } = await product(app.files(), { module: 'catalog' })
    expect(changeSet.changes.some((each) => 'path' in each && each.path === path)).toBe(false)
    expect(changeSet.notices).toEqual([
      {
        path,
        because: expect.stringContaining('elif:routes'),
        paste: `import { productController } from './product-controller.ts'
import { createProductRepository } from './product-repository.ts'
import { createProductService } from './product-service.ts'
const products = createProductService({ products: createProductRepository(database), clock })
http.register(productController(products), { prefix: '/products' })
return { products }`,
      },
    ])
  })

  test('that is given neither database nor clock is told to take them', async () => {
    const app = await appInMemory()
    app.land(await planMakeModule({ files: app.files(), name: 'catalog' }))
    const path = 'src/modules/catalog/catalog-module.ts'
    const text = (app.read(path) ?? '').replace(/\(\{ database[^)]*\)/, '()')
    app.write(path, text)
    const { changeSet } = await product(app.files(), { module: 'catalog' })
    expect(changeSet.notices).toEqual([
      {
        path,
        because: 'createCatalogModule is not given database and clock, which products need.',
        paste: "({ database, clock }: Pick<Platform, 'database' | 'clock'>)",
      },
    ])
  })
})

describe('an app with its own ways', () => {
  test('gets files in its own format', async () => {
    const settings = { semi: true, useTabs: true, singleQuote: false }
    const app = await appInMemory({ '.prettierrc.json': JSON.stringify(settings) })
    const tree = app.land(await product(app.files()))
    expect(tree['src/modules/products/product-policy.ts']).toContain('\tlist: "public",\n')
    expect(tree['database/schema.ts']).toContain('\tname: string;\n')
  })

  test('keeps its line ends in the files that are edited', async () => {
    const app = await appInMemory()
    const before = (app.read('src/app.ts') ?? '').replaceAll('\n', '\r\n')
    app.write('src/app.ts', before)
    const after = app.land(await product(app.files()))['src/app.ts'] ?? ''
    expect(after.replaceAll('\r\n', '')).not.toContain('\n')
    expect(after).toContain('  const products = createProductsModule(platform)\r\n')
  })

  test('gets migrations that are later than all it has', async () => {
    const app = await appInMemory({ 'database/migrations/20270101T235959-future.ts': '' })
    const tree = app.land(await planMakeMigration({ files: app.files(), name: 'next', at }))
    expect(Object.keys(tree)).toEqual(['database/migrations/20270102T000000-next.ts'])
  })
})
