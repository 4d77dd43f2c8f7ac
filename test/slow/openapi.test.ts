import { expect, test } from 'vitest'
import { z } from 'zod'

import { fieldSets } from '../made-app/fields.ts'
import { makeApp } from '../made-app/made-app.ts'
import { mustRun } from '../made-app/run-program.ts'
import { startApp } from '../made-app/running-app.ts'

const words = fieldSets.product.map(({ field }) => field)

/** A program of somebody else: it type-checks against the client and says what it got. */
const program = `import { ApiError, createClient, type NewProduct, type Product } from './client.ts'

const api = createClient({ url: process.argv[2] ?? '' })
const sent: NewProduct = { name: 'Kite', price: '19.90', available: true }
const created: Product = await api.postProducts({ body: sent })
const found = await api.getProductsById({ id: created.id })
const { items, next } = await api.getProducts({ limit: 1 })
await api.deleteProductsById({ id: created.id })
const gone = await api.getProductsById({ id: created.id }).catch((error: unknown) => error)
const status = gone instanceof ApiError ? gone.status : undefined
const refused = await api
  .postProducts({ body: { ...sent, name: '' } })
  .catch((error: unknown) => (error instanceof ApiError ? error.message : error))
console.log(JSON.stringify({ found, items, next, status, refused }))
`

const tsconfig = { extends: './tsconfig.json', include: ['client'] }

test('what an app says of its API holds: for a client, for the map and against itself', async () => {
  const app = await makeApp()
  await app.mustElif('make:resource', 'Product', ...words, '--yes')
  await app.mustElif('migrate')

  await app.mustElif('openapi:export', '--output', 'openapi.yaml')
  const same = await app.mustElif('openapi:diff', 'openapi.yaml', '--json')
  expect(JSON.parse(same.stdout)).toEqual({ breaking: false, changes: [] })
  app.write('openapi.yaml', app.read('openapi.yaml').replace(/ {2}\/products:/, '  /birds:'))
  const broken = await app.elif('openapi:diff', 'openapi.yaml')
  expect(broken.exitCode).toBe(2)
  expect(broken.stdout).toContain('GET /birds  is gone')

  const { routes } = JSON.parse((await app.mustElif('map', '--json')).stdout)
  const told: { method: string; url: string; place: object }[] = JSON.parse(
    (await app.mustElif('route:list', '--json')).stdout,
  )
  const short = (each: (typeof told)[number]) => [each.method, each.url, each.place]
  const products = (all: typeof told) =>
    all.filter(({ url }) => url.startsWith('/products')).map(short)
  expect(products(told).length).toBe(5)
  expect(new Set(products(routes))).toEqual(new Set(products(told)))

  await app.mustElif('client')
  app.write('client/use.ts', program)
  app.write('tsconfig.client.json', JSON.stringify(tsconfig))
  await mustRun('npx', ['tsc', '-p', 'tsconfig.client.json'], { cwd: app.root })
  await using running = await startApp(app, ['node', 'elif', 'dev'])
  const used = await mustRun('node', ['client/use.ts', running.url], { cwd: app.root })
  const said = JSON.parse(used.stdout)
  expect(said).toMatchObject({
    found: { name: 'Kite', price: '19.90', description: null, available: true },
    next: null,
    status: 404,
    refused: 'The body of the request is not valid.',
  })
  expect(said.items).toEqual([said.found])
  expect((await running.ask('/openapi.json')).body).toMatchObject({ openapi: '3.1.1' })

  const exported = await app.mustElif('openapi:export', '--format', 'postman', '--url', running.url)
  const { item } = Collection.parse(JSON.parse(exported.stdout))
  const requests = item.flatMap((folder) => folder.item).map(({ request }) => request)
  const statuses = await Promise.all(requests.map((request) => statusOf(request, running.url)))
  const answered = (method: string) => statuses.filter((each) => each.startsWith(method))
  expect(answered('POST')).toEqual(['POST /products 201'])
  expect(answered('GET')).toContain('GET /products 200')
  // The values to begin with are well formed; there only is no such product.
  expect(answered('DELETE')).toEqual(['DELETE /products/:id 404'])
})

const Request = z.object({
  method: z.string(),
  header: z.array(z.object({ key: z.string(), value: z.string() })),
  url: z.object({
    raw: z.string(),
    variable: z.array(z.object({ key: z.string(), value: z.string() })).default([]),
  }),
  body: z.object({ raw: z.string() }).optional(),
})
const Collection = z.object({
  item: z.array(z.object({ item: z.array(z.object({ request: Request })) })),
})

/** Sends a request of a collection as Postman would, and says what came of it. */
async function statusOf({ method, header, url, body }: z.output<typeof Request>, base: string) {
  const path = url.raw.replace('{{baseUrl}}', '')
  const filled = url.variable.reduce((at, { key, value }) => at.replace(`:${key}`, value), path)
  const headers = Object.fromEntries(header.map(({ key, value }) => [key, value]))
  const { status } = await fetch(base + filled, {
    method,
    headers,
    ...(body && { body: body.raw }),
  })
  return `${method} ${path} ${status}`
}
