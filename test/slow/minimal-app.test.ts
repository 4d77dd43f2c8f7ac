import { expect, test } from 'vitest'

import { makeApp, type MadeApp } from '../made-app/made-app.ts'
import { json, startApp } from '../made-app/running-app.ts'
import { leaveElif } from '../made-app/tree.ts'

const withoutUrl = (app: MadeApp) => app.with({ DATABASE_URL: '' })

test('an app without a database grows, holds, answers under elif dev and is found in order', async () => {
  const app = withoutUrl(await makeApp({ name: 'gateway', preset: 'minimal' }))
  await app.mustElif('make:controller', 'Status')
  await app.mustElif('route:add', 'PUT', '/status/:day')
  await app.holds()
  const doctor = await app.elif('doctor')
  expect([doctor.exitCode, doctor.stdout]).toEqual([0, expect.stringContaining('Database: none')])

  await using running = await startApp(app, ['node', 'elif', 'dev'])
  expect((await running.ask('/status')).status).toBe(200)
  expect((await running.ask('/status/monday', json('PUT', {}))).body).toEqual({ day: 'monday' })
  expect(running.log()).not.toMatch(/database|PostgreSQL/i)
})

test.each([
  ['make:resource', 'Kite', 'name:string'],
  ['make:migration', 'add-stock'],
  ['migrate'],
  ['migrate:status'],
  ['migrate:rollback'],
  ['db:url'],
])('%s is refused without a database, with what would bring one', async (...words) => {
  const app = await makeApp({ preset: 'minimal' })
  const { exitCode, output } = await app.elif(...words)
  expect(exitCode).not.toBe(0)
  expect(output).toContain(
    `${words[0]?.replace(':rollback', '')} needs the feature database, which this app does not have.`,
  )
  expect(output).toContain('elif add database')
})

test('a database comes to it, is used, and goes again when nothing stands on it', async () => {
  const app = await makeApp({ preset: 'minimal' })
  await app.mustElif('add', 'database', '--no-install', '--yes', '--prove')
  await app.mustElif('make:resource', 'Kite', 'name:string')
  await app.mustElif('migrate')
  await app.holds()
  const { exitCode, output } = await app.elif('remove', 'database', '--no-install', '--yes')
  expect(exitCode).not.toBe(0)
  expect(output).toMatch(/src\/modules\/kites\/kites-module\.ts:\d+ .*database/)
  await app.mustElif('migrate:rollback', '--yes')
  await app.mustElif('undo', '--yes')
  await app.mustElif('remove', 'database', '--no-install', '--yes')
  await withoutUrl(app).holds()
})

test('without elif, its ledger and its markers it lives on', async () => {
  const app = withoutUrl(await makeApp({ preset: 'minimal' }))
  await app.mustElif('make:controller', 'Status')
  leaveElif(app.root)
  await app.npm('typecheck')
  await app.npm('lint')
  await app.ownTests()
  await using running = await startApp(app)
  expect((await running.ask('/status')).status).toBe(200)
})
