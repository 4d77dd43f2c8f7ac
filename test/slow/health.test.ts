import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { makeApp } from '../made-app/made-app.ts'
import { json, startApp } from '../made-app/running-app.ts'
import { openMachine } from './database/open-machine.ts'

const serve = [process.execPath, '--import', './bin/prepare.js', 'bin/serve.ts']
const Detail = z.object({
  process: z.int(),
  parts: z.array(z.object({ name: z.string(), state: z.string() })),
})
const product = json('POST', { name: 'Kite' })

test('an app outlives its database: not ready while it is away, and back by itself when it is', async () => {
  await using machine = openMachine()
  const made = await makeApp()
  const app = made.with({ DATABASE_URL: await machine.url('durable') })
  await app.mustElif('make:resource', 'Product', 'name:string')
  await app.mustElif('migrate')
  await using running = await startApp(app, serve)
  const statusOf = async (path: string, init?: RequestInit) =>
    (await running.ask(path, init)).status
  const detail = async () => Detail.parse((await running.ask('/health/detail')).body)

  expect(await statusOf('/products', product)).toBe(201)
  const before = await detail()
  expect(before.parts).toEqual([{ name: 'database', state: 'ready' }])

  await machine.stop('durable')
  await expect.poll(() => statusOf('/health/ready'), { timeout: 15_000 }).toBe(503)
  const refusal = await fetch(`${running.url}/health/ready`)
  expect(refusal.headers.get('retry-after')).toBe('1')
  expect(await refusal.json()).toMatchObject({
    code: 'unavailable',
    detail: 'The database does not answer.',
  })
  expect((await detail()).parts).toEqual([{ name: 'database', state: 'failed' }])
  expect(await statusOf('/health/live')).toBe(200)
  expect(await statusOf('/products', product)).toBe(503)

  // Long enough for several of its own attempts, each later than the one before.
  await sleep(2000)
  await machine.url('durable')
  await expect.poll(() => statusOf('/health/ready'), { timeout: 15_000 }).toBe(200)
  expect(await statusOf('/products', product)).toBe(201)
  expect(await detail()).toEqual(before)
  const said = running
    .log()
    .split('\n')
    .filter((line) => /"the database (has failed|is back)"/.test(line))
  expect(said.map((line) => JSON.parse(line).msg)).toEqual([
    'the database has failed',
    'the database is back',
  ])
})
