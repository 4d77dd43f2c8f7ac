import { once } from 'node:events'
import { request, type RequestOptions } from 'node:https'
import { json } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { ask, openTls } from '../../../test/open-tls.ts'
import type { Http } from '../http/server.ts'

function routes(http: Http) {
  http.get('/', async ({ raw, protocol, ip }) => ({ version: raw.httpVersion, protocol, ip }))
  http.post(
    '/kites',
    { schema: { body: z.strictObject({ name: z.string() }) } },
    ({ body }, reply) => reply.code(201).send(body),
  )
  http.get('/slow', async () => {
    await after(100)
    return { is: 'done' }
  })
  http.get('/never', () => new Promise(() => {}))
}

/** What a client of HTTP/1.1 is answered. */
async function askHttp1(url: string, options: RequestOptions) {
  const { promise, resolve, reject } = Promise.withResolvers<{ headers: object; body: unknown }>()
  request(url, options, (reply) => {
    json(reply).then((body) => resolve({ headers: reply.headers, body }), reject)
  })
    .on('error', reject)
    .end()
  return await promise
}

test('one port speaks HTTP/2 with those who know it, and HTTP/1.1 with all others', async () => {
  await using server = await openTls(routes)
  expect(server.url).toMatch(/^https:/)
  const session = server.connect()
  const answer = await ask(session, { ':path': '/' })
  session.close()
  const older = await askHttp1(server.url, { ca: server.ca })
  const said = { protocol: 'https', ip: '127.0.0.1' }
  expect(JSON.parse(answer.body)).toEqual({ version: '2.0', ...said })
  expect(older.body).toEqual({ version: '1.1', ...said })
  const secure = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
  expect(answer.headers).toMatchObject({ ':status': 200, ...secure })
  expect(older.headers).toMatchObject(secure)
})

test('who knows nothing newer than TLS 1.2 is refused', async () => {
  await using server = await openTls(routes)
  const asked = askHttp1(server.url, { ca: server.ca, maxVersion: 'TLSv1.2' })
  await expect(asked).rejects.toThrow('alert protocol version')
})

test('many requests of one connection are under way at once', async () => {
  const all = Promise.withResolvers<void>()
  let waiting = 0
  await using server = await openTls((http) => {
    http.get('/', async () => {
      waiting += 1
      if (waiting === 50) all.resolve()
      await all.promise
      return { is: 'done' }
    })
  })
  const session = server.connect()
  const asked = Array.from({ length: 50 }, () => ask(session, { ':path': '/' }))
  const answers = await Promise.all(asked)
  session.close()
  expect(answers.map(({ body }) => body)).toEqual(Array(50).fill('{"is":"done"}'))
})

const json1 = { ':method': 'POST', 'content-type': 'application/json' }

test.each([
  ['an unknown path', { ':path': '/nowhere' }, undefined, 404, 'not-found'],
  ['an unknown method', { ':path': '/', ':method': 'BREW' }, undefined, 400, 'bad-request'],
  ['a method not taken', { ':path': '/', ':method': 'PUT' }, undefined, 405, 'method-not-allowed'],
  [
    'two hosts',
    { ':path': '/', ':authority': 'shop.example', host: 'evil.example' },
    undefined,
    400,
    'bad-request',
  ],
  ['a broken body', { ...json1, ':path': '/kites' }, '{', 400, 'bad-json'],
  ['an invalid body', { ...json1, ':path': '/kites' }, '{}', 422, 'invalid'],
  [
    'a large body',
    { ...json1, ':path': '/kites' },
    `"${'a'.repeat(1_100_000)}"`,
    413,
    'body-too-large',
  ],
  [
    'a strange body',
    { ...json1, ':path': '/kites', 'content-type': 'text/csv' },
    'a,b',
    415,
    'unsupported-media-type',
  ],
])('%s is answered by a problem, as over HTTP/1.1', async (_, headers, body, status, code) => {
  await using server = await openTls(routes)
  const session = server.connect()
  const answer = await ask(session, headers, body === undefined ? {} : { body })
  session.close()
  expect(answer.headers[':status']).toBe(status)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.headers).not.toHaveProperty('connection')
  expect(JSON.parse(answer.body)).toMatchObject({ status, code })
})

test('a stop lets the streams under way finish and takes no new ones', async () => {
  await using server = await openTls(routes)
  const session = server.connect()
  const slow = ask(session, { ':path': '/slow' })
  await once(session, 'remoteSettings')
  await after(20)
  const goaway = once(session, 'goaway')
  const closing = server.http.close()
  expect((await goaway)[0]).toBe(0)
  expect((await slow).body).toBe('{"is":"done"}')
  await closing
  expect(session.destroyed).toBe(true)
})

test('a stream that outlives the time for it is cut off, and the stop is done', async () => {
  await using server = await openTls(routes, { drainTimeout: 100 })
  const session = server.connect()
  const never = ask(session, { ':path': '/never' })
  await once(session, 'remoteSettings')
  await after(20)
  await server.http.close()
  expect((await never).headers[':status']).toBeUndefined()
})
