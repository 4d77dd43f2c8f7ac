import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test, vi } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const isBusyFor = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

function open(limits: { requests: number; delay: number }) {
  const finish = Promise.withResolvers<string>()
  const routes = (http: Http) => {
    http.get('/slow', () => finish.promise)
    http.get('/quick', async () => 'quick')
    http.get('/health/live', async () => 'live')
  }
  const http = openHttp(routes, { load: limits })
  return { http, finish: finish.resolve, [Symbol.asyncDispose]: () => http.close() }
}

test('what is more than the app can do is told to come again, and health is still answered', async () => {
  await using app = open({ requests: 2, delay: 10_000 })
  const slow = [app.http.inject('/slow'), app.http.inject('/slow')]
  await vi.waitFor(() => expect(app.http.load.requests).toBe(2))
  const refused = await app.http.inject('/quick')
  expect(refused.headers['retry-after']).toBe('1')
  expect(refused.json()).toMatchObject({ status: 503, code: 'overloaded' })
  expect((await app.http.inject('/health/live')).statusCode).toBe(200)
  app.finish('done')
  expect((await Promise.all(slow)).map(({ body }) => body)).toEqual(['done', 'done'])
  await vi.waitFor(() => expect(app.http.load.requests).toBe(0))
  expect((await app.http.inject('/quick')).body).toBe('quick')
})

test('a caller that hangs up makes room for the next one', async () => {
  await using app = open({ requests: 1, delay: 10_000 })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const asking = get(`${address}/slow`).on('error', () => {})
  await vi.waitFor(() => expect(app.http.load.requests).toBe(1))
  asking.destroy()
  await vi.waitFor(() => expect(app.http.load.requests).toBe(0))
  expect((await app.http.inject('/quick')).body).toBe('quick')
})

test('while the event loop goes on being late, requests are refused, and taken again afterwards', async () => {
  await using app = open({ requests: 1000, delay: 10 })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const status = async () => {
    const { promise, resolve } = Promise.withResolvers<number | undefined>()
    get(`${address}/quick`, (reply) => text(reply).then(() => resolve(reply.statusCode)))
    return promise
  }
  expect(await status()).toBe(200)
  while (app.http.load.delay < 20) {
    isBusyFor(100)
    await after(0)
  }
  expect(await status()).toBe(503)
  await vi.waitFor(() => expect(app.http.load.delay).toBeLessThan(10), { timeout: 8000 })
  expect(await status()).toBe(200)
}, 20_000)
