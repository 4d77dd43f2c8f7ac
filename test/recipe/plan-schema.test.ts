import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, test } from 'vitest'

import { PlanAnswer } from '../../src/recipe/outcome.ts'
import { planSchema } from '../../src/recipe/plan-schema.ts'
import { plannedApp } from '../cli/planned-app.ts'

let app: Awaited<ReturnType<typeof plannedApp>>
beforeAll(async () => {
  app = await plannedApp()
})

const ajv = new Ajv2020({ strict: true, allErrors: true, formats: { 'date-time': true } })
const validate = ajv.compile(planSchema())

function faultsOf(answer: unknown) {
  validate(answer)
  return validate.errors ?? []
}

function expectValid(answer: unknown) {
  expect(faultsOf(answer)).toEqual([])
  expect(PlanAnswer.parse(answer)).toEqual(answer)
}

const answer = async (...words: string[]) => {
  const { exitCode, ...said } = await app.json(...words)
  expect(exitCode).toBe(0)
  return said
}

test('what planning commands answer is as the published schema says', async () => {
  const wanted = ['make:resource', 'Product', 'name:string']
  expectValid(await answer(...wanted, '--dry-run'))
  const kept = await answer(...wanted, '--plan')
  expectValid(kept)
  expect(kept.sql).toEqual([
    {
      kind: 'known',
      path: kept.changes[0].path,
      up: [
        'create table "products" ("id" uuid primary key, "name" varchar(255) not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null)',
        'create index "products_created_at_id_index" on "products" ("created_at", "id")',
      ],
      down: ['drop table "products"'],
    },
  ])
  expectValid(await answer('apply', kept.token, '--dry-run'))
  expectValid(await answer('apply', kept.token))
  expectValid(await answer(...wanted))
})

test.each([
  ['make:module', 'catalog'],
  ['make:controller', 'Status'],
  ['make:migration', 'addStock'],
  ['undo', '--leave-database'],
  ['repair'],
  ['upgrade'],
])('the answers of %s fit it, whatever they tell besides', async (...words) => {
  await app.json('make:resource', 'Line', 'length:integer')
  for (const how of ['--dry-run', '--plan', '--yes']) {
    expect(faultsOf(await answer(...words, how))).toEqual([])
  }
})

test('the command prints that schema, and what is no answer does not fit it', async () => {
  expect(await answer('plan:schema')).toEqual(planSchema())
  expect(validate({ result: 'planned', token: 'x' })).toBe(false)
  expect(Object.keys(planSchema().$defs ?? {}).toSorted()).toEqual([
    'Change',
    'MigrationSql',
    'Notice',
    'Proof',
    'ProofCheck',
    'Risk',
    'Step',
  ])
})
