import { expect, test } from 'vitest'

import { fieldSets, goodBody } from '../made-app/fields.ts'
import { givenDatabase } from '../made-app/given-database.ts'
import { makeApp } from '../made-app/made-app.ts'
import { json, startApp } from '../made-app/running-app.ts'

const words = fieldSets.product.map(({ field }) => field)

async function makeShop() {
  const app = await makeApp({ name: 'shop' })
  await app.mustElif('make:resource', 'Product', ...words)
  return app
}

test('two apps of one name share a server and nothing else, all at the same time', async () => {
  const [left, right] = await Promise.all([makeShop(), makeShop()])
  await Promise.all([left.mustElif('migrate'), right.mustElif('migrate')])
  // From a database of its own on the same server.
  const given = right.with({ DATABASE_URL: await givenDatabase(right) })
  await Promise.all([left.ownTests(), right.testsOfOptions(), given.testsOfOptions()])

  await using first = await startApp(left, ['node', 'elif', 'dev'])
  await using second = await startApp(right, ['node', 'elif', 'dev'])
  const made = await first.ask('/products', json('POST', goodBody(fieldSets.product)))
  expect(made.status).toBe(201)

  expect((await first.ask('/products')).body).toMatchObject({ items: [{ name: 'Kite' }] })
  expect((await second.ask('/products')).body).toMatchObject({ items: [] })
})
