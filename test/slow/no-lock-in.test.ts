import { expect, test } from 'vitest'

import { fieldSets, goodBody } from '../made-app/fields.ts'
import { givenDatabase } from '../made-app/given-database.ts'
import { makeApp } from '../made-app/made-app.ts'
import { json, startApp } from '../made-app/running-app.ts'
import { leaveElif, treeOf } from '../made-app/tree.ts'

test('an app without elif, its ledger, its launcher and its markers lives on', async () => {
  const made = await makeApp()
  const words = fieldSets.product.map(({ field }) => field)
  await made.mustElif('make:resource', 'Product', ...words)
  await made.mustElif('migrate')
  const app = made.with({ DATABASE_URL: await givenDatabase(made) })
  leaveElif(app.root)

  const code = Object.entries(treeOf(app.root)).filter(([path]) => /\.(ts|json)$/.test(path))
  const marked = code.filter(([, text]) => /#(end)?region elif:|\.\/elif\b.*migrate\.ts/.test(text))
  expect(marked.map(([path]) => path)).toEqual([])

  await app.npm('typecheck')
  await app.npm('lint')
  await app.npm('migrate')
  await app.npm('test')
  await using running = await startApp(app)
  const answer = await running.ask('/products', json('POST', goodBody(fieldSets.product)))
  expect(answer).toMatchObject({ status: 201, body: goodBody(fieldSets.product) })
})
