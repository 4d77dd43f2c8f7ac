import { Agent, get } from 'node:http'
import { text } from 'node:stream/consumers'

import { expect, test, vi } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const isBusyFor = (milliseconds: number) => {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}

const agent = new Agent({ keepAlive: true })

function status(url: string) {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  get(url, { agent }, (reply) => text(reply).then(() => resolve(reply.statusCode), reject)).on(
    'error',
    reject,
  )
  return promise
}

function open(limits: { requests: number; wait: number }) {
  const finish = Promise.withResolvers<string>()
  const routes = (http: Http) => {
    http.get('/slow', () => finish.promise)
    http.get('/busy', async () => isBusyFor(30))
    http.get('/quick', async () => 'quick')
    http.get('/health/live', async () => 'live')
  }
  const http = openHttp(routes, { load: limits })
  return { http, finish: finish.resolve, [Symbol.asyncDispose]: () => http.close() }
}

test('what is more than the app can do is told to come again, and health is still answered', async () => {
  await using app = open({ requests: 2, wait: 10_000 })
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
  await using app = open({ requests: 1, wait: 10_000 })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const asking = get(`${address}/slow`).on('error', () => {})
  await vi.waitFor(() => expect(app.http.load.requests).toBe(1))
  asking.destroy()
  await vi.waitFor(() => expect(app.http.load.requests).toBe(0))
  expect((await app.http.inject('/quick')).body).toBe('quick')
})

test('of what arrives at once, a part is answered and the rest is refused', async () => {
  await using app = open({ requests: 1000, wait: 60 })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const ask = (path: string) =>
    Promise.all(Array.from({ length: 30 }, () => status(`${address}${path}`)))
  // The event loop accepts one connection at a time; what comes on those that are open arrives at once.
  expect(new Set(await ask('/quick'))).toEqual(new Set([200]))
  const statuses = await ask('/busy')
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
  expect(await status(`${address}/busy`)).toBe(200)
  agent.destroy()
})

test('what has waited for less than the limit is answered', async () => {
  await using app = open({ requests: 1000, wait: 10_000 })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const many = Array.from({ length: 12 })
  await Promise.all(many.map(() => status(`${address}/quick`)))
  const statuses = await Promise.all(many.map(() => status(`${address}/busy`)))
  expect(new Set(statuses)).toEqual(new Set([200]))
  agent.destroy()
})

test('a new connection is not kept waiting by all that came before it', async () => {
  await using app = open({ requests: 1000, wait: 10_000 })
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const many = Array.from({ length: 12 })
  await Promise.all(many.map(() => status(`${address}/quick`)))
  const answered: string[] = []
  const busy = many.map(() => status(`${address}/busy`).then(() => answered.push('busy')))
  await Promise.race(busy)
  await fetch(`${address}/health/live`).then(() => answered.push('new'))
  await Promise.all(busy)
  expect(answered.indexOf('new')).toBeLessThan(answered.length - 1)
  agent.destroy()
})
