import { execFileSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'

import { expect, test } from 'vitest'

import { keeperSocket, serverSocket } from '../../../src/database/server-place.ts'
import { mayMount } from './may-mount.ts'
import { ask, faultOf, isAlive, openMachine, until } from './open-machine.ts'

const isRoot = process.getuid?.() === 0
const hasMemoryFolder = existsSync('/dev/shm')
const canMount = isRoot && mayMount()

test('a file where a socket belongs is named and left alone', async () => {
  await using machine = openMachine()
  for (const socketOf of [keeperSocket, serverSocket]) {
    const path = socketOf(machine.place('durable').sockets)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'mine')
    const fault = await faultOf(machine.url('durable'))
    expect(fault?.code).toBe('database-socket-occupied')
    expect(fault?.message).toBe(
      `${path} belongs to something else, and the database server needs it.`,
    )
    expect(readFileSync(path, 'utf8')).toBe('mine')
    rmSync(path)
    await until(() => !isAlive(machine.keeper('durable')))
  }
  expect(await ask(await machine.url('durable'), 'select 1')).toEqual([[1]])
})

test('a foreign process at the socket is named', async () => {
  await using machine = openMachine()
  const path = serverSocket(machine.place('fast').sockets)
  mkdirSync(dirname(path), { recursive: true })
  const foreign = createServer().listen(path)
  const fault = await faultOf(machine.url('fast'))
  foreign.close()
  expect(fault?.code).toBe('database-socket-occupied')
})

test('a runtime folder that others may write to is refused', async () => {
  await using machine = openMachine()
  const folder = dirname(machine.place('durable').sockets)
  mkdirSync(folder, { recursive: true })
  execFileSync('chmod', ['0777', folder])
  const fault = await faultOf(machine.url('durable'))
  expect(fault?.message).toBe(`${folder} belongs to another user or is open to all.`)
})

test('without a folder in memory the test server works on disk', async () => {
  await using machine = openMachine({ ELIF_DATABASE_MEMORY_FOLDER: '/nowhere' })
  expect(await ask(await machine.url('fast'), 'select 1')).toEqual([[1]])
  const status = await machine.status('fast')
  expect(status.state === 'running' && status.data).toBe(machine.place('fast').data[1])
})

test.runIf(isRoot && hasMemoryFolder)(
  'a folder in memory that someone else prepared is left alone',
  async () => {
    await using machine = openMachine()
    const [prepared = '', onDisk] = machine.place('fast').data
    mkdirSync(prepared)
    chownSync(prepared, 54_321, 54_321)
    expect(await ask(await machine.url('fast'), 'select 1')).toEqual([[1]])
    const status = await machine.status('fast')
    expect(status.state === 'running' && status.data).toBe(onDisk)
    expect(readdirSync(prepared)).toEqual([])
    rmSync(prepared, { recursive: true })
  },
)

test('folders whose names are too long for a socket get a short one', async () => {
  await using machine = openMachine()
  machine.env['XDG_RUNTIME_DIR'] = join(machine.folder, 'run', 'r'.repeat(100))
  mkdirSync(machine.env['XDG_RUNTIME_DIR'])
  const url = await machine.url('fast')
  expect(decodeURIComponent(url)).toContain(`?host=/tmp/elif-${process.getuid?.()}/`)
  expect(await ask(url, 'select 1')).toEqual([[1]])
})

test.runIf(canMount)('a full disk is named, and the start works once there is room', async () => {
  await using machine = openMachine()
  const state = join(machine.folder, 'state')
  mkdirSync(state)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=755', 'none', state])
  try {
    const fault = await faultOf(machine.url('durable'))
    expect(fault).toMatchObject({ code: 'database-disk-full' })
    expect(existsSync(machine.place('durable').data[0] ?? '')).toBe(false)
    await until(() => !isAlive(machine.keeper('durable')))
    execFileSync('mount', ['-o', 'remount,size=300m', state])
    expect(await ask(await machine.url('durable'), 'select 1')).toEqual([[1]])
    await machine.stop('durable')
  } finally {
    execFileSync('umount', ['-l', state])
  }
})

test.runIf(canMount)('a folder in memory that is too small is not used', async () => {
  await using machine = openMachine()
  const memory = join(machine.folder, 'memory')
  mkdirSync(memory)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m,mode=1777', 'none', memory])
  machine.env['ELIF_DATABASE_MEMORY_FOLDER'] = memory
  try {
    expect(await ask(await machine.url('fast'), 'select 1')).toEqual([[1]])
    expect(readdirSync(memory)).toEqual([])
  } finally {
    await machine.stop('fast')
    execFileSync('umount', ['-l', memory])
  }
})
