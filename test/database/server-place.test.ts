import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

import { serverPlace, serverSocket } from '../../src/database/server-place.ts'

const folder = mkdtempSync('/tmp/elif-place-')
afterAll(() => rmSync(folder, { recursive: true }))
const socketsIn = (runtime: string) => {
  const path = join(folder, runtime)
  mkdirSync(path, { recursive: true })
  return serverPlace('fast', { HOME: '/home/ada', XDG_RUNTIME_DIR: path }).sockets
}

const placeWith = (env: Record<string, string>) => serverPlace('fast', { HOME: '/', ...env })

test('no socket path is longer than the kernel takes', () => {
  for (const length of [1, 20, 40, 60, 80, 150]) {
    const path = serverSocket(socketsIn('r'.repeat(length)))
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103)
  }
})

test('two sets of folders never share a server', () => {
  const [one, other] = [
    placeWith({ XDG_STATE_HOME: '/srv/one' }),
    placeWith({ XDG_STATE_HOME: '/srv/two' }),
  ]
  expect(one.folder).not.toBe(other.folder)
  expect(one.sockets).not.toBe(other.sockets)
  expect(one.data).not.toEqual(other.data)
})

test('a runtime folder that is not there or not ours is not used', () => {
  const { sockets } = placeWith({ XDG_RUNTIME_DIR: join(folder, 'gone') })
  expect(sockets).toMatch(/^\/tmp\/elif-\d+\//)
})
