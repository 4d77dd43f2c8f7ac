import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { ask, faultOf, type Machine, openMachine } from './open-machine.ts'

const dataOf = (machine: Machine) => machine.place('durable').data[0] ?? ''

test('damaged development data is reported and never touched', async () => {
  await using machine = openMachine()
  await machine.url('durable')
  await machine.stop('durable')
  const control = join(dataOf(machine), 'global', 'pg_control')
  truncateSync(control, 10)
  const files = () => readdirSync(dataOf(machine)).filter((name) => name !== 'postmaster.pid')
  const before = files()

  const fault = await faultOf(machine.url('durable'))
  expect(fault?.code).toBe('database-data-broken')
  expect(fault?.message).toContain(`cannot open your development data in ${dataOf(machine)}: `)
  expect(fault?.hint).toContain(`mv '${dataOf(machine)}' '${dataOf(machine)}.broken'`)
  expect(files()).toEqual(before)
})

test('development data of another PostgreSQL is reported and never touched', async () => {
  await using machine = openMachine()
  mkdirSync(dataOf(machine), { recursive: true })
  writeFileSync(join(dataOf(machine), 'PG_VERSION'), '15\n')
  const fault = await faultOf(machine.url('durable'))
  expect(fault?.message).toContain('it was made by PostgreSQL 15')
  expect(readdirSync(dataOf(machine))).toEqual(['PG_VERSION'])
})

test('a noted process number that belongs to another process now is no obstacle', async () => {
  await using machine = openMachine()
  const url = await machine.url('durable')
  await ask(url, 'create table kept as select 42 as answer')
  const status = await machine.status('durable')
  const pid = status.state === 'running' ? status.pid : 0
  for (const each of [machine.keeper('durable'), pid]) process.kill(each, 'SIGKILL')
  const file = join(dataOf(machine), 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))

  expect(await ask(await machine.url('durable'), 'select answer from kept')).toEqual([[42]])
})
