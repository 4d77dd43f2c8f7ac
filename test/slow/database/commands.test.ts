import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { execa } from 'execa'
import { expect, test } from 'vitest'

import { ask, type Machine, openMachine } from './open-machine.ts'

const program = join(import.meta.dirname, '../../../bin/dev.ts')

function elif(machine: Machine, ...words: string[]) {
  const app = join(machine.folder, 'shop')
  mkdirSync(app, { recursive: true })
  const manifest = { name: 'shop', elif: '0.1.0', preset: 'api', features: ['database'] }
  writeFileSync(join(app, 'elif.json'), JSON.stringify(manifest))
  return execa(process.execPath, [program, ...words], {
    cwd: app,
    env: machine.env,
    extendEnv: false,
    stripFinalNewline: false,
  })
}

test('db:url prints the URL and nothing else on stdout', async () => {
  await using machine = openMachine()
  const { stdout, stderr } = await elif(machine, 'db:url')
  expect(stdout).toMatch(/^postgresql:\/\/elif@localhost:5432\/shop_[0-9a-f]{6}\?host=\S+\n$/)
  expect(stderr).toContain('Starting the durable PostgreSQL server\n')
  expect(await ask(stdout.trim(), 'select 1')).toEqual([[1]])
})

test('db:url --test --json is what the tests of an app ask for', async () => {
  await using machine = openMachine()
  const { stdout } = await elif(machine, 'db:url', '--test', '--json')
  expect(JSON.parse(stdout)).toEqual({ url: await machine.url('fast'), server: 'fast' })
})

test('db:server:status and db:server:stop say what runs and end it', async () => {
  await using machine = openMachine()
  expect((await elif(machine, 'db:server:status')).stdout).toBe('durable: stopped\nfast: stopped\n')
  await machine.url('fast')
  expect((await elif(machine, 'db:server:status')).stdout).toMatch(
    /^durable: stopped\nfast: running \(process \d+\), data in \S+, log \S+\n$/,
  )
  expect((await elif(machine, 'db:server:stop')).stdout).toBe('Stopped: fast.\n')
  expect((await elif(machine, 'db:server:stop')).stdout).toBe('None was running.\n')
})
