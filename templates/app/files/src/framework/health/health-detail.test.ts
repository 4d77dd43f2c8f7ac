import pino from 'pino'
import { expect, test, vi } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { createLifecycle } from '../lifecycle/lifecycle.ts'
import { createParts } from '../lifecycle/parts.ts'
import { healthDetail } from './health-detail.ts'

const token = 'a token of more than thirty-two characters'

function open(settings: { open: boolean; token: string | undefined }) {
  const parts = createParts(pino({ level: 'silent' }))
  parts.add({ name: 'search', check: () => {} })
  parts.add({ name: 'mail', check: () => Promise.reject(new Error('away')) })
  return openHttp((http) => {
    http.register(healthDetail(settings, { lifecycle: createLifecycle(), parts }))
  })
}

test('in development the detail tells how the process and each part of the platform is', async () => {
  await using http = open({ open: true, token: undefined })
  const bytes = expect.any(Number)
  await vi.waitFor(async () =>
    expect((await http.inject('/health/detail')).json()).toEqual({
      state: 'starting',
      node: process.version,
      process: process.pid,
      seconds: expect.any(Number),
      memory: { rss: bytes, heapUsed: bytes, heapTotal: bytes, limit: bytes },
      disk: { free: bytes, total: bytes },
      eventLoop: { busy: expect.any(Number), delay: 0 },
      requests: 1,
      resources: expect.any(Object),
      parts: [
        { name: 'search', state: 'ready' },
        { name: 'mail', state: 'failed' },
      ],
    }),
  )
})

test('elsewhere only who holds the token is told', async () => {
  await using http = open({ open: false, token })
  const ask = async (authorization: string) =>
    (await http.inject({ url: '/health/detail', headers: { authorization } })).statusCode
  expect(await ask('')).toBe(403)
  expect(await ask(`Bearer ${token}.`)).toBe(403)
  expect(await ask(`Bearer ${token}`)).toBe(200)
})

test('without a token there is no detail, also for who asks from the same machine', async () => {
  await using http = open({ open: false, token: undefined })
  const reply = await http.inject({ url: '/health/detail', remoteAddress: '127.0.0.1' })
  expect(reply.statusCode).toBe(404)
})
