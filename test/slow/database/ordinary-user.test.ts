import { chownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { isPassable } from '../../../src/files/place.ts'
import { ask, openMachine, printUrl, until } from './open-machine.ts'

const nobody = { uid: 65_534, gid: 65_534 }
const canBecomeNobody = process.getuid?.() === 0 && isPassable(import.meta.dirname, nobody.uid)

/** A machine of the user nobody, with an empty cache and servers that end soon. */
function openOrdinaryMachine() {
  const machine = openMachine({ ELIF_DATABASE_IDLE_SECONDS: '2' })
  chownSync(machine.folder, nobody.uid, nobody.gid)
  chownSync(join(machine.folder, 'run'), nobody.uid, nobody.gid)
  const home = { HOME: machine.folder, XDG_CACHE_HOME: undefined, XDG_STATE_HOME: undefined }
  Object.assign(machine.env, home)
  return machine
}

test.runIf(canBecomeNobody)('a user without rights gets both servers from nothing', async () => {
  await using machine = openOrdinaryMachine()
  for (const kind of ['durable', 'fast'] as const) {
    const url = await printUrl(kind, machine.env, nobody)
    expect(url).toMatch(/^postgresql:\/\/elif@localhost:5432\/\w+\?host=%2F/)
    expect(await ask(url, 'select current_user')).toEqual([['elif']])
  }
  expect(readdirSync(machine.folder).toSorted()).toEqual(['.cache', '.local', 'run'])
  await until(() => !readdirSync('/dev/shm').some((name) => name.startsWith('elif-65534-')))
})

test.runIf(canBecomeNobody)(
  'a home that cannot be written to is named with the way out',
  async () => {
    await using machine = openOrdinaryMachine()
    machine.env['XDG_STATE_HOME'] = '/usr'
    const printed = await printUrl('durable', machine.env, nobody)
    expect(printed).toContain('The database server cannot use /usr/elif/postgres-18-durable')
    expect(printed).toContain('Set XDG_STATE_HOME and XDG_CACHE_HOME to folders you may write to')
  },
)
