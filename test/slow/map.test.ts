import { expect, test } from 'vitest'
import { z } from 'zod'

import { AppMap } from '../../src/map/map-schema.ts'
import { givenDatabase } from '../made-app/given-database.ts'
import { makeApp, type MadeApp } from '../made-app/made-app.ts'
import { startApp } from '../made-app/running-app.ts'

const serve = [process.execPath, '--import', './bin/prepare.js', 'bin/serve.ts']
const thrown = `
import { problems } from '#app/errors.ts'
import type { Product } from '../products/product.ts'

/** Nobody has more than one of the kind. */
export const refuseSecond = ({ id }: Product) => {
  throw problems.productTwice({ id })
}
`
const catalogue = `defineProblems({
  productTwice: {
    status: 409,
    detail: ({ id }: { id: string }) => \`Product \${id} is there twice.\`,
    hint: 'Take one of them away.',
  },
})`

async function makeShop() {
  const app = await makeApp()
  await app.mustElif(
    'make:resource',
    'Product',
    'name:string',
    'price:decimal(10,2)',
    'soldOn:date?',
  )
  await app.mustElif('make:resource', 'Basket', 'title:string', '--module', 'sales')
  await app.mustElif('make:module', 'reports')
  await app.mustElif('add', 'flags')
  app.write('src/errors.ts', app.read('src/errors.ts').replace('defineProblems({})', catalogue))
  app.write('src/modules/sales/refuse-second.ts', thrown)
  return app
}

const offline = async (app: MadeApp) => {
  const { stdout } = await app.mustElif('map', '--json')
  return AppMap.parse(JSON.parse(stdout))
}

test('elif map tells of the files what the running app tells of itself', async () => {
  const app = await makeShop()
  const own = app.with({ DATABASE_URL: await givenDatabase(app), LOG_LEVEL: 'silent' })
  await using running = await startApp(own, serve)
  const { body } = await running.ask('/_elif/map')
  const map = await offline(app)
  expect(body).toEqual(map)

  expect(map.modules.map(({ name, uses, routes }) => [name, uses, routes.length])).toEqual([
    ['products', [], 5],
    ['reports', [], 0],
    ['sales', ['products'], 5],
  ])
  expect(map.models.map(({ name, table, columns }) => [name, table, columns.length])).toEqual([
    ['Product', 'products', 6],
    ['Basket', 'baskets', 4],
  ])
  expect(map.settings.map(({ name }) => name)).toContain('FLAGS')
  expect(map.problems).toMatchObject([{ code: 'product-twice', place: { file: 'src/errors.ts' } }])
  const places = [...map.routes, ...map.models, ...map.settings, ...map.tests].map(
    ({ place }) => place,
  )
  for (const { file, line } of places) {
    expect(app.read(file).split('\n')[line - 1]).toMatch(
      /http\.\w+\(|Columns = \[|^ {2}[A-Z_]+:|test\(/,
    )
  }
})

test('every answer of a running app holds what it publishes of it, and no secret', async () => {
  const app = await makeShop()
  const url = await givenDatabase(app)
  const own = app.with({ DATABASE_URL: url, APP_SECRET: 'a secret that nobody ever gets to see' })
  await using running = await startApp(own, serve)
  const { body: index } = await running.ask('/_elif')
  const Index = z.object({ answers: z.array(z.object({ method: z.string(), path: z.string() })) })
  const paths = Index.parse(index)
    .answers.filter(({ method }) => method === 'GET')
    .map(({ path }) => path.replace(':name', 'database'))
  expect(paths).toEqual(expect.arrayContaining(['/_elif/map', '/_elif/config', '/openapi.json']))
  for (const path of paths) {
    const { status, body } = await running.ask(path)
    expect([path, status]).toEqual([path, 200])
    expect(JSON.stringify(body)).not.toMatch(/nobody ever gets to see/)
    expect(JSON.stringify(body)).not.toContain(url)
  }
  const { body: database } = await running.ask('/_elif/parts/database')
  expect(database).toEqual({ tables: [], sql: '' })
})

test('elif explain tells the codes of an app as it tells its own', async () => {
  const app = await makeShop()
  const { stdout } = await app.mustElif('explain', 'product-twice')
  expect(stdout).toContain('Product <id> is there twice.')
  expect(stdout).toContain('409')
  const { exitCode, output } = await app.elif('explain', 'product-twise')
  expect([exitCode, output]).toEqual([1, expect.stringContaining('product-twice')])
})
