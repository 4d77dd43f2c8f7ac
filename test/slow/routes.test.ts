import { expect, test } from 'vitest'
import { z } from 'zod'

import { makeApp } from '../made-app/made-app.ts'

const Routes = z.array(
  z.object({
    method: z.string(),
    url: z.string(),
    name: z.string().optional(),
    policy: z.string(),
    schemas: z.record(z.string(), z.string()),
    place: z.object({ file: z.string(), line: z.number() }),
  }),
)

test('routes that are added pass the checks of the app, and are listed with their places', async () => {
  const app = await makeApp()
  await app.mustElif('make:resource', 'Product', 'name:string')
  await app.mustElif('route:add', 'POST', '/products/:id/restock', '--name', 'restock')
  await app.mustElif('route:add', 'GET', '/reports/:id')
  await app.npm('typecheck')
  await app.npm('lint')
  await app.npm('format:check')

  const { stdout } = await app.mustElif('route:list', '--json')
  const routes = Routes.parse(JSON.parse(stdout))
  const controller = 'src/modules/products/product-controller.ts'
  const restock = routes.find(({ name }) => name === 'restock')
  expect(restock).toMatchObject({
    method: 'POST',
    url: '/products/:id/restock',
    policy: 'open',
    schemas: { params: 'object', body: 'object', 200: 'object' },
    place: { file: controller },
  })
  const line = app.read(controller).split('\n')[(restock?.place.line ?? 0) - 1]
  expect(line?.trim()).toBe('http.post(')
  expect(routes.map(({ method, url }) => `${method} ${url}`)).toContain('GET /reports/:id')
})
