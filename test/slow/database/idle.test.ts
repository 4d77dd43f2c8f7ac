import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { holdDatabase } from '../../../src/database/database-url.ts'
import { ask, connected, isAlive, openMachine, until } from './open-machine.ts'

const briefly = { ELIF_DATABASE_IDLE_SECONDS: '1' }
const longerThanIdle = 2500

test('a server that nobody uses any more stops, and the next command starts it', async () => {
  await using machine = openMachine(briefly)
  const url = await machine.url('durable')
  await until(async () => (await machine.status('durable')).state === 'stopped')
  expect(await machine.url('durable')).toBe(url)
})

test('a connected client keeps the server, though it never asked elif', async () => {
  await using machine = openMachine(briefly)
  await using held = await connected(await machine.url('durable'))
  await after(longerThanIdle)
  expect((await held.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('clients that come and go keep the server', async () => {
  await using machine = openMachine(briefly)
  const url = await machine.url('durable')
  for (let visits = 0; visits < 8; visits += 1) {
    await after(400)
    expect(await ask(url, 'select 1')).toEqual([[1]])
  }
})

test('a lease keeps the server without any connection', async () => {
  await using machine = openMachine(briefly)
  const options = { root: '/apps/shop', name: 'shop', env: machine.env } as const
  const held = await holdDatabase({ ...options, purpose: 'development' })
  const keeper = machine.keeper('durable')
  await after(longerThanIdle)
  expect(machine.keeper('durable')).toBe(keeper)
  expect(await ask(held.url, 'select 1')).toEqual([[1]])
  held.release()
  await until(async () => (await machine.status('durable')).state === 'stopped')
})

test('a server whose folder was removed does not stay for ever', async () => {
  await using machine = openMachine(briefly)
  const held = await holdDatabase({ root: '/a', name: 'a', env: machine.env, purpose: 'test' })
  const keeper = machine.keeper('fast')
  machine.remove('run')
  await until(() => !isAlive(keeper))
  held.release()
  expect((await machine.status('fast')).state).toBe('stopped')
})
