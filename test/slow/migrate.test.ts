import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { beforeAll, expect, test } from 'vitest'

import { givenDatabase } from '../made-app/given-database.ts'
import { type MadeApp, makeApp } from '../made-app/made-app.ts'

let shop: MadeApp

beforeAll(async () => {
  shop = await makeApp({ name: 'shop' })
})

const kites = 'database/migrations/20261120T101500-create-kites.ts'
const strings = 'database/migrations/20261120T101600-create-strings.ts'

const creating = (table: string) => `import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>) {
  await sql\`create table ${table} (id uuid primary key)\`.execute(database)
}

export async function down(database: Kysely<unknown>) {
  await sql\`drop table ${table}\`.execute(database)
}
`

test('applies what is pending, writes the schema, and takes it back', async () => {
  const app = shop.with({ DATABASE_URL: await givenDatabase(shop) })
  app.write(kites, creating('kites'))
  const pending = await app.elif('migrate:status')
  expect(pending.exitCode).toBe(2)
  expect(pending.stdout).toBe('20261120T101500-create-kites  pending  not applied yet')

  const applied = JSON.parse((await app.mustElif('migrate', '--json')).stdout)
  expect(applied).toMatchObject({
    direction: 'up',
    database: { server: 'given' },
    steps: [{ name: '20261120T101500-create-kites', direction: 'up' }],
    schema: 'written',
  })
  expect(app.read('database/schema.ts')).toContain('export interface DB {\n  kites: Kites\n}')
  expect((await app.elif('migrate:status')).exitCode).toBe(0)

  const again = JSON.parse((await app.mustElif('migrate', '--json')).stdout)
  expect(again).toMatchObject({ steps: [], schema: 'unchanged' })

  await app.mustElif('migrate:rollback')
  expect(app.read('database/schema.ts')).toContain('export interface DB {}')
})

test('a migration that fails is told with its line; what ran before it stays and is typed', async () => {
  const app = shop.with({ DATABASE_URL: await givenDatabase(shop) })
  app.write(kites, creating('kites'))
  app.write(strings, creating('strings (id int references nothing (id)) --'))
  const failed = await app.elif('migrate')
  expect(failed.exitCode).toBe(1)
  expect(failed.output.split('\n').slice(1)).toEqual([
    'Error: The migration 20261120T101600-create-strings failed: relation "nothing" does not exist',
    '  at database/migrations/20261120T101600-create-strings.ts:4:3',
    '  It is not recorded; what ran before it is. Correct the file and run this again.',
    '  (migrate-failed)',
  ])
  expect(app.read('database/schema.ts')).toContain('kites: Kites')
  app.write(strings, creating('strings'))
  expect((await app.mustElif('migrate')).stdout).toContain('Applied 1 migration to')
})

test('refuses a migration that was changed, and one without a way back', async () => {
  const app = shop.with({ DATABASE_URL: await givenDatabase(shop) })
  app.write(kites, creating('kites'))
  rmSync(join(app.root, strings), { force: true })
  await app.mustElif('migrate')
  app.write(kites, creating('kites').replace(/export async function down[^]*/, ''))

  const changed = await app.elif('migrate', '--json')
  expect(JSON.parse(changed.stdout).error).toMatchObject({
    code: 'migrate-refused',
    says: `${kites} was changed after it was applied. Put it back as it was, and make the change in a new migration.`,
    at: { path: kites },
  })
  const status = await app.elif('migrate:status')
  expect([status.exitCode, status.stdout]).toEqual([2, expect.stringContaining('changed')])
  const stuck = await app.elif('migrate:rollback', '--json')
  expect(JSON.parse(stuck.stdout).error.says).toBe(
    `${kites} exports no function down: it cannot be taken back.`,
  )
  app.write(kites, creating('kites'))
})

test('a rollback in production wants a word more', async () => {
  const app = shop.with({ DATABASE_URL: await givenDatabase(shop), NODE_ENV: 'production' })
  app.write(kites, creating('kites'))
  await app.mustElif('migrate')
  const refused = await app.elif('migrate:rollback', '--json')
  expect(refused.exitCode).toBe(1)
  expect(JSON.parse(refused.stdout).error.code).toBe('migrate-rollback-in-production')
  expect((await app.mustElif('migrate:rollback', '--yes')).stdout).toContain(
    'Took back 1 migration',
  )
})

test('runs at the same time apply everything once', async () => {
  const app = shop.with({ DATABASE_URL: await givenDatabase(shop) })
  app.write(kites, creating('kites'))
  app.write(strings, creating('strings'))
  const runs = await Promise.all([1, 2, 3].map(() => app.mustElif('migrate', '--json')))
  const names = runs.flatMap(({ stdout }) =>
    JSON.parse(stdout).steps.map((step: { name: string }) => step.name),
  )
  expect(names).toEqual(['20261120T101500-create-kites', '20261120T101600-create-strings'])
})

test('says what to do when the packages or the database are missing', async () => {
  const bare = await makeApp({ name: 'bare' })
  rmSync(join(bare.root, 'node_modules'), { recursive: true })
  const missing = await bare.elif('migrate', '--json')
  expect(JSON.parse(missing.stdout).error).toEqual({
    code: 'app-dependencies-missing',
    says: 'The dependencies of the app are not installed.',
    hint: 'Run: npm install',
  })
  const away = shop.with({ DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/shop' })
  const unreachable = await away.elif('migrate')
  expect(unreachable.exitCode).toBe(1)
  expect(unreachable.output).toContain('The database at shop on 127.0.0.1:1 cannot be reached')
  expect(unreachable.output).not.toContain('secret')
})
