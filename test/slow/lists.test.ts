import { expect, test } from 'vitest'
import { z } from 'zod'

import { givenDatabase } from '../made-app/given-database.ts'
import { makeApp } from '../made-app/made-app.ts'
import { json, startApp } from '../made-app/running-app.ts'

const serve = [process.execPath, '--import', './bin/prepare.js', 'bin/serve.ts']
const folder = 'src/modules/products'

const repository = `import { contains } from '#app/framework/database/contains.ts'
import type { Database } from '#app/framework/database/database.ts'
import type { Order } from '#app/framework/http/list-options.ts'
import type { Cursor } from '#app/framework/http/page.ts'

export type Wanted = {
  limit: number
  order: Order<'name' | 'stock'>
  search?: string | undefined
  stock?: number | undefined
  cursor?: Cursor<string | number> | undefined
}

export const createCatalogRepository = (database: Database) => ({
  list({ limit, order, search, stock, cursor }: Wanted) {
    let query = database.selectFrom('products').select(['id', 'name', 'stock'])
    if (search !== undefined) query = query.where('name', 'ilike', contains(search))
    if (stock !== undefined) query = query.where('stock', '=', stock)
    if (cursor) {
      const further = order.direction === 'asc' ? '>' : '<'
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple(order.column, 'id'), further, tuple(cursor.key, cursor.id)),
      )
    }
    return query
      .orderBy(order.column, order.direction)
      .orderBy('id', order.direction)
      .limit(limit + 1)
      .execute()
  },
})
`

const controller = `import { z } from 'zod'

import { orderAmong, searchText } from '#app/framework/http/list-options.ts'
import { listQuery, pageReply, toPage } from '#app/framework/http/page.ts'
import { selectFields } from '#app/framework/http/select-fields.ts'
import type { Http } from '#app/framework/http/server.ts'
import type { createCatalogRepository } from './catalog-repository.ts'

const Entry = z.object({ id: z.uuid(), name: z.string(), stock: z.int() })
const fields = selectFields(Entry)
const Query = listQuery(z.union([z.string(), z.number()]), {
  order: orderAmong({ name: 'name', stock: 'stock' }, 'name'),
  search: searchText(),
  stock: z.coerce.number().int().optional(),
  fields: fields.query,
})

export const catalogController =
  (catalog: ReturnType<typeof createCatalogRepository>) => async (http: Http) => {
    http.get(
      '/',
      { schema: { querystring: Query, response: { 200: pageReply(fields.reply) } } },
      async ({ query }) => {
        const rows = await catalog.list(query)
        const page = toPage(rows, query.limit, (row) => row[query.order.column])
        return { ...page, items: page.items.map((item) => fields.pick(item, query.fields)) }
      },
    )
  }
`

const Page = z.object({
  items: z.array(z.record(z.string(), z.unknown())),
  next: z.string().nullable(),
})

test('a list of an app is filtered, searched, ordered and cut by what it allows, and by nothing else', async () => {
  const made = await makeApp()
  const app = made.with({ DATABASE_URL: await givenDatabase(made), LOG_LEVEL: 'silent' })
  await app.mustElif('make:resource', 'Product', 'name:string', 'stock:integer')
  await app.mustElif('migrate')
  app.write(`${folder}/catalog-repository.ts`, repository)
  app.write(`${folder}/catalog-controller.ts`, controller)
  const module = app.read(`${folder}/products-module.ts`)
  app.write(
    `${folder}/products-module.ts`,
    `import { catalogController } from './catalog-controller.ts'\nimport { createCatalogRepository } from './catalog-repository.ts'\n${module.replace(
      '    // #endregion elif:routes',
      "    http.register(catalogController(createCatalogRepository(database)), { prefix: '/catalog' })\n$&",
    )}`,
  )
  await app.npm('typecheck')
  await app.mustElif('check')

  await using running = await startApp(app, serve)
  for (const [name, stock] of [
    ['red kite', 3],
    ['blue kite', 1],
    ['100% wool', 3],
  ] as const) {
    expect((await running.ask('/products', json('POST', { name, stock }))).status).toBe(201)
  }
  const page = async (query: string) => Page.parse((await running.ask(`/catalog?${query}`)).body)
  const names = async (query: string) => (await page(query)).items.map(({ name }) => name)

  expect(await names('')).toEqual(['100% wool', 'blue kite', 'red kite'])
  expect(await names('order=-name')).toEqual(['red kite', 'blue kite', '100% wool'])
  expect(await names('search=KITE')).toEqual(['blue kite', 'red kite'])
  expect(await names('search=%25')).toEqual(['100% wool'])
  expect(await names('stock=3&order=-name')).toEqual(['red kite', '100% wool'])
  expect((await page('search=blue&fields=stock')).items).toEqual([{ stock: 1 }])

  const first = await page('order=-name&limit=2&fields=name')
  const second = await page(`order=-name&limit=2&fields=name&cursor=${first.next}`)
  expect([first.items, second.items, second.next]).toEqual([
    [{ name: 'red kite' }, { name: 'blue kite' }],
    [{ name: '100% wool' }],
    null,
  ])
  for (const query of ['order=created_at', 'fields=created_at', 'name=red', 'stock=many']) {
    expect([query, (await running.ask(`/catalog?${query}`)).status]).toEqual([query, 422])
  }
})
