import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'

import { expect, test } from 'vitest'

import { fileSystem as disk } from '../../src/files/file-system.ts'
import { processStart } from '../../src/files/process-start.ts'
import { withLock } from '../../src/workspace/lock.ts'
import { scratchApp } from './scratch-app.ts'

const held = (holder: object) =>
  JSON.stringify({ pid: process.pid, host: hostname(), command: 'dev', token: 'other', ...holder })

function lockedApp(holder: object) {
  const app = scratchApp({ 'elif.json': '{}' })
  mkdirSync(app.path('.elif/local'), { recursive: true })
  writeFileSync(app.path('.elif/local/lock'), held(holder))
  return app
}

test('two runs at once take turns', async () => {
  using app = scratchApp({ 'elif.json': '{}' })
  const told: string[] = []
  const run = (name: string) =>
    withLock(app.root, { command: name, disk }, async () => {
      told.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      told.push(`${name} ends`)
    })
  await Promise.all([run('a'), run('b'), run('c')])
  for (let turn = 0; turn < told.length; turn += 2) {
    expect(told[turn + 1]).toBe(told[turn]?.replace('begins', 'ends'))
  }
  expect(existsSync(app.path('.elif/local/lock'))).toBe(false)
})

test.each([
  ['whose process has ended', { pid: 2 ** 30 }],
  ['whose process number is another one’s by now', { started: 'before/1' }],
])('a lock %s is taken over', async (_name, holder) => {
  using app = lockedApp(holder)
  expect(await withLock(app.root, { command: 'add', disk }, async () => 'done')).toBe('done')
})

test('a lock that nobody can have written is told as what it is', async () => {
  using app = lockedApp({})
  writeFileSync(app.path('.elif/local/lock'), 'garbage')
  const locking = withLock(app.root, { command: 'add', disk, patience: 0 }, async () => 'done')
  await expect(locking).rejects.toMatchObject({
    code: 'lock-unreadable',
    hint: expect.stringContaining(app.path('.elif/local/lock')),
  })
})

test('a lock that is held for long is an error that names its holder', async () => {
  using app = lockedApp({ started: processStart(process.pid) })
  const options = { command: 'add', disk, patience: 0 }
  await expect(withLock(app.root, options, async () => 'done')).rejects.toMatchObject({
    code: 'workspace-locked',
    message: `Another elif is writing here: dev (process ${process.pid}).`,
  })
})

test('work that fails gives the lock back', async () => {
  using app = scratchApp({ 'elif.json': '{}' })
  const work = withLock(app.root, { command: 'add', disk }, async () => {
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(existsSync(app.path('.elif/local/lock'))).toBe(false)
})
