import { describe, expect, test } from 'vitest'

import { checkOutWithCarriageReturns } from '../made-app/checkout.ts'
import { badBodies, type FieldSet, fieldSets, goodBody } from '../made-app/fields.ts'
import { givenDatabase } from '../made-app/given-database.ts'
import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { everyCase, pairwise } from '../made-app/pairwise.ts'
import { json, startApp } from '../made-app/running-app.ts'
import { isFull } from '../tiers/full.ts'

const factors = {
  name: ['shop', 'shop.api', '@acme/shop', 'a folder with spaces'],
  fields: ['product', 'marked', 'optional'],
  ends: ['LF', 'CRLF'],
  module: ['its own', 'an existing one'],
  database: ['embedded', 'given'],
} as const

const cases = isFull ? everyCase(factors) : pairwise(factors)

describe.each(cases)(
  '$name, $ends, $fields fields, in $module module, database $database',
  (options) => {
    test('is made, grows, is checked, migrates back and forth, answers and passes its own tests', async () => {
      const app = await prepare(options)
      await grow(app, options)
      expect(lineEndsOf(app.read('src/app.ts'))).toEqual([options.ends])
      await migrateBackAndForth(app)
      await check(app)
      await callOverHttp(app, options.fields)
      await app.testsOfOptions()
      expect(await app.elif('doctor')).toMatchObject({ exitCode: 0 })
    })
  },
)

type Options = (typeof cases)[number]

async function prepare({ name, ends, database }: Options): Promise<MadeApp> {
  const app = name.includes(' ') ? await makeApp({ parent: name }) : await makeApp({ name })
  if (ends === 'CRLF') await checkOutWithCarriageReturns(app.root)
  if (database === 'embedded') return app
  return app.with({ DATABASE_URL: await givenDatabase(app) })
}

async function grow(app: MadeApp, { fields, module }: Options): Promise<void> {
  const own = module === 'its own'
  if (!own) await app.mustElif('make:module', 'catalog')
  const words = fieldSets[fields].map(({ field }) => field)
  const place = own ? [] : ['--module', 'catalog']
  await app.mustElif('make:resource', 'PaperThing', ...words, ...place)
}

/** Which line ends a text has; the edited ones have to be like those that were there. */
function lineEndsOf(text: string): string[] {
  const ends = [...text.matchAll(/\r?\n/g)].map(([end]) => (end === '\n' ? 'LF' : 'CRLF'))
  return [...new Set(ends)]
}

async function check(app: MadeApp): Promise<void> {
  await app.npm('format:check')
  await app.npm('typecheck')
  await app.npm('lint')
}

async function migrateBackAndForth(app: MadeApp): Promise<void> {
  await app.mustElif('migrate')
  const schema = app.read('database/schema.ts')
  await app.mustElif('migrate:rollback', '--yes')
  await app.mustElif('migrate')
  expect(app.read('database/schema.ts')).toBe(schema)
}

async function callOverHttp(app: MadeApp, fields: FieldSet): Promise<void> {
  const samples = fieldSets[fields]
  await using running = await startApp(app, ['node', 'elif', 'dev'])

  const made = await running.ask('/paper-things', json('POST', goodBody(samples)))
  expect(made).toMatchObject({ status: 201, body: goodBody(samples) })
  const { id } = made.body as { id?: unknown }

  expect((await running.ask(`/paper-things/${String(id)}`)).body).toEqual(made.body)
  expect((await running.ask('/paper-things')).status).toBe(200)
  for (const { name, body } of badBodies(samples)) {
    const answer = await running.ask('/paper-things', json('POST', body))
    expect({ name, status: answer.status }).toEqual({ name, status: 422 })
  }
  const empty = await running.ask(`/paper-things/${String(id)}`, json('PATCH', {}))
  expect(empty).toMatchObject({ status: 200, body: goodBody(samples) })
  expect((await running.ask(`/paper-things/${String(id)}`, { method: 'DELETE' })).status).toBe(204)
  const gone = await running.ask(`/paper-things/${String(id)}`)
  expect(gone).toMatchObject({ status: 404, body: { status: 404 } })
  expect(gone.type).toContain('application/problem+json')
}
