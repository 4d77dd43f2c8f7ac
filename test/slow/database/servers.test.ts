import { existsSync } from 'node:fs'

import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { expect, test } from 'vitest'

import { ask, openMachine, printUrl } from './open-machine.ts'

test('development data is still there after the server was stopped, under the same URL', async () => {
  await using machine = openMachine()
  const url = await machine.url('durable')
  await ask(url, 'create table kept as select 42 as answer')
  expect(await machine.stop('durable')).toBe(true)
  expect(await machine.status('durable')).toEqual({ server: 'durable', state: 'stopped' })

  expect(await machine.url('durable')).toBe(url)
  expect(await ask(url, 'select answer from kept')).toEqual([[42]])
})

test('the test server begins empty each time and leaves nothing behind', async () => {
  await using machine = openMachine()
  const url = await machine.url('fast')
  await ask(url, 'create database left_behind')
  const status = await machine.status('fast')
  await machine.stop('fast')
  expect(status.state === 'running' && existsSync(status.data)).toBe(false)

  expect(await machine.url('fast')).toBe(url)
  const databases = 'select datname from pg_database where not datistemplate'
  expect(await ask(url, databases)).toEqual([['postgres']])
})

test('the durable server is safe, the fast one is fast, and neither listens on the network', async () => {
  await using machine = openMachine()
  const settings = `select current_setting('fsync'), current_setting('full_page_writes'),
    current_setting('listen_addresses'), current_setting('server_encoding'), current_user`
  expect(await ask(await machine.url('durable'), settings)).toEqual([
    ['on', 'on', '', 'UTF8', 'elif'],
  ])
  expect(await ask(await machine.url('fast'), settings)).toEqual([
    ['off', 'off', '', 'UTF8', 'elif'],
  ])
})

test('two apps of one name have a database each', async () => {
  await using machine = openMachine()
  const [one, other] = [
    await machine.url('durable', 'a/shop'),
    await machine.url('durable', 'b/shop'),
  ]
  expect(one).not.toBe(other)
  expect(await ask(one, 'select 1')).toEqual(await ask(other, 'select 1'))
})

test('a pool and kysely take the URL, whatever the PG variables of the shell say', async () => {
  await using machine = openMachine()
  const pool = new Pool({ connectionString: await machine.url('durable') })
  const database = new Kysely<object>({ dialect: new PostgresDialect({ pool }) })
  const before = process.env['PGPORT']
  process.env['PGPORT'] = '1'
  try {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
      database,
    )
    expect(rows[0]?.name).toMatch(/^shop_[0-9a-f]{6}$/)
  } finally {
    if (before === undefined) delete process.env['PGPORT']
    await database.destroy()
  }
})

test('ten commands at once meet one server', async () => {
  await using machine = openMachine()
  const urls = await Promise.all(Array.from({ length: 10 }, () => printUrl('durable', machine.env)))
  expect(new Set(urls)).toEqual(new Set([await machine.url('durable')]))
  const started = 'select count(*)::int from pg_database where datname like $$shop%$$'
  expect(await ask(urls[0] ?? '', started)).toEqual([[1]])
})

test('DATABASE_URL wins and starts nothing', async () => {
  await using machine = openMachine({ DATABASE_URL: 'postgresql://db.example.com/shop' })
  expect(await machine.url('durable')).toBe('postgresql://db.example.com/shop')
  expect(await machine.url('fast')).toBe('postgresql://db.example.com/shop')
  expect(existsSync(machine.place('durable').folder)).toBe(false)
})
