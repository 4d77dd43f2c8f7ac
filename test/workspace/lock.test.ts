import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { fileSystem as disk } from '../../src/files/file-system.ts'
import { withLock } from '../../src/workspace/lock.ts'
import { scratchApp } from './scratch-app.ts'

const module = (path: string) => JSON.stringify(join(import.meta.dirname, '../../src', path))

/** Another process that holds the lock of an app until it is killed. */
async function holderOf(root: string) {
  const program = `
    const { withLock } = await import(${module('workspace/lock.ts')})
    const { fileSystem: disk } = await import(${module('files/file-system.ts')})
    await withLock(${JSON.stringify(root)}, { command: 'add cache', disk }, async () => {
      console.log('held')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
    })`
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', program])
  await once(holder.stdout, 'data')
  return holder
}

const done = (root: string, patience: number) =>
  withLock(root, { command: 'add', disk, patience }, async () => 'done')

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
  expect(told).toHaveLength(6)
  for (let turn = 0; turn < told.length; turn += 2) {
    expect(told[turn + 1]).toBe(told[turn]?.replace('begins', 'ends'))
  }
})

test('a lock that is held for long is an error that names its holder; a kill frees it', async () => {
  using app = scratchApp({ 'elif.json': '{}' })
  const holder = await holderOf(app.root)
  await expect(done(app.root, 0)).rejects.toMatchObject({
    code: 'workspace-locked',
    message: `Another elif is writing here: add cache (process ${holder.pid}).`,
  })
  const waiting = done(app.root, 5000)
  holder.kill('SIGKILL')
  expect(await waiting).toBe('done')
  expect(await done(app.root, 0)).toBe('done')
})

test.each([
  ['a file of somebody else', (path: string) => writeFileSync(path, 'x'.repeat(4096))],
  ['a folder', (path: string) => mkdirSync(path)],
])('what is in the place of the lock is told as what it is: %s', async (_name, put) => {
  using app = scratchApp({ 'elif.json': '{}', '.elif/local/launcher.json': '{}' })
  put(app.path('.elif/local/writing.lock'))
  await expect(done(app.root, 0)).rejects.toMatchObject({
    code: 'lock-refused',
    hint: expect.stringContaining(app.path('.elif/local/writing.lock')),
  })
})

test('work that fails gives the lock back, and nobody is named any more', async () => {
  using app = scratchApp({ 'elif.json': '{}' })
  const work = withLock(app.root, { command: 'add', disk }, async () => {
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(existsSync(app.path('.elif/local/writing.json'))).toBe(false)
  expect(await done(app.root, 0)).toBe('done')
})
