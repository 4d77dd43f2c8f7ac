import { randomBytes } from 'node:crypto'

import { sql } from 'kysely'
import pino from 'pino'
import { expect, test } from 'vitest'

import { createDatabase } from '../../../fixtures/golden/new/src/framework/database/database.ts'
import { databaseProblem } from '../../../fixtures/golden/new/src/framework/database/database-problem.ts'
import { createPool } from '../../../fixtures/golden/new/src/framework/database/pool.ts'
import { connected, until } from '../database/open-machine.ts'
import { databases } from './open-database.ts'

const newDatabase = databases()
const settings = { poolSize: 1, connectTimeout: 300, lockTimeout: 300, statementTimeout: 1000 }

const databaseAt = (url: string) =>
  createDatabase(createPool({ url, ...settings }, pino({ level: 'silent' })))

async function open() {
  const { url, ask } = await newDatabase()
  await ask(`create table makers (id uuid primary key)`)
  await ask(`create table kites (
    full_name varchar(5) unique, length integer not null check (length > 0), born date, born_on date[],
    wind numeric(5,2), serial bigint, seen timestamptz(3), maker_id uuid references makers, details jsonb)`)
  await ask('create unique index on kites (details)')
  await ask('create table owners (id integer primary key)')
  await ask('create table owned (owner integer references owners on delete restrict)')
  await ask('insert into owners values (1)')
  await ask('insert into owned values (1)')
  const database = databaseAt(url)
  const run = (statement: string, ...values: unknown[]) => {
    const parts = statement.split('?')
    return sql<Record<string, unknown>>(Object.assign(parts, { raw: parts }), ...values).execute(
      database,
    )
  }
  return { url, ask, run, database, [Symbol.asyncDispose]: () => database.destroy() }
}

test('keeps days, big integers and decimals as text and reads a moment as a Date', async () => {
  await using app = await open()
  const { rows } = await app.run(
    `insert into kites values ('A', 1, ?, ?, ?, ?, ?) returning born, born_on, wind, serial, seen`,
    '2026-03-29',
    ['2026-03-29'],
    '1.50',
    '9007199254740993',
    new Date('2026-03-29T01:30:00.123Z'),
  )
  expect(rows).toEqual([
    {
      born: '2026-03-29',
      born_on: ['2026-03-29'],
      wind: '1.50',
      serial: '9007199254740993',
      seen: new Date('2026-03-29T01:30:00.123Z'),
    },
  ])
})

test('names statements, so that a connection plans each once', async () => {
  await using app = await open()
  for (const length of [1, 2, 3]) await app.run('select * from kites where length = ?', length)
  const { rows } = await app.run(
    `select statement from pg_prepared_statements where statement like ?`,
    '%length%',
  )
  expect(rows).toEqual([{ statement: 'select * from kites where length = $1' }])
})

test('a migration that changes a planned result is not felt', async () => {
  await using app = await open()
  await app.run('select * from kites where length > ?', 0)
  await app.ask('alter table kites add column color text')
  expect((await app.run('select * from kites where length > ?', 0)).rows).toEqual([])
})

/** More than an index can hold, even compressed. */
const long = randomBytes(20_000).toString('base64')
const nobody = '00000000-0000-7000-8000-000000000000'

test.each([
  [
    'insert into kites (full_name, length) values (?, 1)',
    ['taken'],
    409,
    'This fullName is already taken.',
  ],
  [
    'insert into kites (maker_id, length) values (?, 1)',
    [nobody],
    409,
    'This refers to something that does not exist.',
  ],
  ['delete from makers where id <> ?', [nobody], 409, 'Something else still refers to this.'],
  ['insert into kites (length) values (?)', [0], 422, 'A value is outside of what is allowed.'],
  ['insert into kites (length) values (?)', [null], 422, 'A value is missing.'],
  ['insert into kites (length) values (?)', [3e9], 422, 'A value does not fit.'],
  [
    'insert into kites (full_name, length) values (?, 1)',
    ['too long'],
    422,
    'A value does not fit.',
  ],
  ['insert into kites (full_name, length) values (?, 1)', ['\0'], 422, 'A value does not fit.'],
  [
    'insert into kites (details, length) values (?, 1)',
    ['"\\u0000"'],
    422,
    'A value does not fit.',
  ],
  ['insert into kites (born, length) values (?, 1)', ['2026-02-30'], 422, 'A value does not fit.'],
  ['insert into kites (maker_id, length) values (?, 1)', ['7'], 422, 'A value does not fit.'],
  ['select pg_sleep(?)', [5], 503, 'The database took too long.'],
  [
    'insert into kites (details, length) values (to_jsonb(?::text), 1)',
    [long],
    422,
    'A value does not fit.',
  ],
  ['delete from owners where id = ?', [1], 409, 'Something else still refers to this.'],
])('%s with %j answers %i', async (statement, values, status, message) => {
  await using app = await open()
  await app.ask(`insert into makers values ('00000000-0000-7000-8000-000000000001')`)
  await app.ask(`insert into kites (full_name, length, maker_id) select 'taken', 1, id from makers`)
  const error = await app.run(statement, ...values).catch((thrown: unknown) => thrown)
  expect(databaseProblem(error, { isByPath: false })).toMatchObject({ status, message })
})

test('an id in a path that is no id is not found', async () => {
  await using app = await open()
  const error = await app
    .run('select 1 from makers where id = ?', '7')
    .catch((thrown: unknown) => thrown)
  expect(databaseProblem(error, { isByPath: true })).toMatchObject({ status: 404 })
})

const answered = (work: Promise<unknown>) =>
  work.then(
    () => 'it worked',
    (error: unknown) => databaseProblem(error, { isByPath: false })?.message,
  )

test('a used-up pool is said to be away after a short wait', async () => {
  await using app = await open()
  await app.database.connection().execute(async () => {
    expect(await answered(app.run('select 1'))).toBe('The database does not answer.')
  })
})

test('a lock that somebody holds is waited for only shortly', async () => {
  await using app = await open()
  await using other = await connected(app.url)
  await other.client.query('begin; lock table kites')
  expect(await answered(app.run('select * from kites'))).toBe(
    'The database is busy with something else that needs the same rows.',
  )
})

test('a server that is not there, and one that goes away, are said to be away', async () => {
  await using app = await open()
  const missing = databaseAt('postgres://nobody@localhost:1/none')
  expect(await answered(sql`select 1`.execute(missing))).toBe('The database does not answer.')
  await missing.destroy()

  const ended = answered(app.run('select pg_terminate_backend(pg_backend_pid())'))
  expect(await ended).toMatch(/^The database (does not answer|takes no more work)/)
  await until(async () => (await answered(app.run('select 1'))) === 'it worked')
})
