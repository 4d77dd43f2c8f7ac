import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { awaitLock, takeLock } from '../../src/files/lock.ts'
import { scratchFolder } from './scratch-folder.ts'

const folder = scratchFolder('elif-lock-')

test('one holder at a time', async () => {
  const path = join(folder, 'one')
  const unlock = await takeLock(path)
  expect(await takeLock(path)).toBeUndefined()
  unlock?.()
  expect(await takeLock(path)).toBeTypeOf('function')
})

test('a lock is free again when its holder was killed', async () => {
  const path = join(folder, 'killed')
  const module = join(import.meta.dirname, '../../src/files/lock.ts')
  const program = `
    const { takeLock } = await import(${JSON.stringify(module)})
    globalThis.held = await takeLock(${JSON.stringify(path)})
    console.log('held')
    setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '--eval', program])
  await once(holder.stdout, 'data')
  expect(await takeLock(path)).toBeUndefined()

  holder.kill('SIGKILL')
  await once(holder, 'close')
  expect(await awaitLock(path, 5000)).toBeTypeOf('function')
})
