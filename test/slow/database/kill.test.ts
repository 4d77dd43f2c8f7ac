import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { holdDatabase } from '../../../src/database/database-url.ts'
import { ask, connected, isAlive, type Machine, openMachine, until } from './open-machine.ts'

const serverOf = async (machine: Machine, kind: 'durable' | 'fast') => {
  const status = await machine.status(kind)
  return status.state === 'running' ? status.pid : 0
}

test('a killed keeper leaves the server running, and the next command takes it over', async () => {
  await using machine = openMachine()
  const url = await machine.url('durable')
  const server = await serverOf(machine, 'durable')
  const keeper = machine.keeper('durable')
  await using held = await connected(url)

  process.kill(keeper, 'SIGKILL')
  await until(() => !isAlive(keeper))
  expect((await held.client.query('select 1 as one')).rows).toEqual([{ one: 1 }])

  expect(await machine.url('durable')).toBe(url)
  expect(machine.keeper('durable')).not.toBe(keeper)
  expect(await serverOf(machine, 'durable')).toBe(server)
})

test('who holds a database gets a new keeper when the old one is killed', async () => {
  await using machine = openMachine()
  const options = { root: '/apps/shop', name: 'shop', env: machine.env } as const
  const held = await holdDatabase({ ...options, purpose: 'development' })
  const keeper = machine.keeper('durable')
  process.kill(keeper, 'SIGKILL')
  await until(
    async () => machine.keeper('durable') !== keeper && (await serverOf(machine, 'durable')) > 0,
  )
  expect(await ask(held.url, 'select 1')).toEqual([[1]])
  held.release()
})

test('a killed server is started again with all its data', async () => {
  await using machine = openMachine()
  const url = await machine.url('durable')
  await ask(url, 'create table kept as select 42 as answer')
  const server = await serverOf(machine, 'durable')

  process.kill(server, 'SIGKILL')
  await until(async () => ![0, server].includes(await serverOf(machine, 'durable')))
  expect(await ask(await machine.url('durable'), 'select answer from kept')).toEqual([[42]])
})

test('a killed test server comes back empty', async () => {
  await using machine = openMachine()
  await ask(await machine.url('fast'), 'create database half_written')
  const server = await serverOf(machine, 'fast')

  expect(mapped(server).filter((path) => path.startsWith('/dev/shm/PostgreSQL'))).toEqual([])
  process.kill(server, 'SIGKILL')
  await until(async () => ![0, server].includes(await serverOf(machine, 'fast')))
  const databases = 'select datname from pg_database where not datistemplate'
  expect(await ask(await machine.url('fast'), databases)).toEqual([['postgres']])
})

test('keeper and server killed at once: the next command starts both anew', async () => {
  await using machine = openMachine()
  const url = await machine.url('durable')
  await ask(url, 'create table kept as select 42 as answer')
  const victims = [machine.keeper('durable'), await serverOf(machine, 'durable')]
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  await until(() => !victims.some(isAlive))

  expect(await machine.url('durable')).toBe(url)
  expect(await ask(url, 'select answer from kept')).toEqual([[42]])
})

test('a command killed while the server starts does not stop the start', async () => {
  await using machine = openMachine()
  const script = join(import.meta.dirname, 'print-url.ts')
  const child = spawn(process.execPath, [script, 'durable'], { env: machine.env, stdio: 'ignore' })
  await until(async () => machine.hasKeeper('durable'))
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(await ask(await machine.url('durable'), 'select 1')).toEqual([[1]])
})

test('a keeper killed at any moment of its start leaves nothing that stops the next one', async () => {
  await using machine = openMachine()
  for (const delay of [20, 60, 100, 140, 180, 250, 350]) {
    const wait = machine.url('durable').catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, delay))
    const keeper = machine.hasKeeper('durable') ? machine.keeper('durable') : 0
    if (keeper && isAlive(keeper)) process.kill(keeper, 'SIGKILL')
    await wait
    await machine.stop('durable')
  }
  expect(await ask(await machine.url('durable'), 'select 1')).toEqual([[1]])
})

/** The files in a process's memory: what lies in /dev/shm itself would outlive a killed server. */
const mapped = (pid: number) =>
  (process.platform === 'linux' ? readFileSync(`/proc/${pid}/maps`, 'utf8') : '')
    .split('\n')
    .flatMap((line) => /\/.*$/.exec(line)?.[0] ?? [])
