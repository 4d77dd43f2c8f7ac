import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test, vi } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

function kites(http: Http) {
  http.get('/kites', async () => [])
  http.get('/health/live', async () => ({ status: 'live' }))
}

const folder = mkdtempSync(join(tmpdir(), 'maintenance-'))
const file = join(folder, '.maintenance')

test('in maintenance everything but health answers 503 and when to come again', async () => {
  await using http = openHttp(kites, { maintenance: { on: true, file, retryAfter: 60 } })
  const reply = await http.inject('/kites')
  expect(reply.json()).toMatchObject({ status: 503, code: 'maintenance' })
  expect(reply.headers['retry-after']).toBe('60')
  expect((await http.inject('/health/live')).statusCode).toBe(200)
})

test('a file switches it on and off while the app runs', async () => {
  await using http = openHttp(kites, { maintenance: { on: false, file, retryAfter: 60 } })
  const status = async () => (await http.inject('/kites')).statusCode
  const becomes = (wanted: number) =>
    vi.waitFor(async () => expect(await status()).toBe(wanted), { timeout: 4000, interval: 50 })
  expect(await status()).toBe(200)
  writeFileSync(file, '')
  await becomes(503)
  rmSync(file)
  await becomes(200)
}, 10_000)

test('an app that starts while the file is there rests from its first request on', async () => {
  writeFileSync(file, '')
  await using http = openHttp(kites, { maintenance: { on: false, file, retryAfter: 60 } })
  expect((await http.inject('/kites')).statusCode).toBe(503)
  rmSync(file)
})
