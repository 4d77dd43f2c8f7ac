import { expect, test } from 'vitest'

import type { Http } from '#app/framework/http/server.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { identify } from '../../../test/open-with-sessions.ts'

/** A server that notes what is written, a session on it, and the token of that session. */
async function openSession() {
  const written: string[] = []
  const http = openGuarded({}, { identify }, (scope: Http) => {
    scope.get('/', async () => 'read')
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      scope.route({
        method,
        url: '/',
        config: { policy: 'public' },
        handler: async () => written.push(method),
      })
    }
  })
  await http.ready()
  return { http, written, token: http.csrfToken('ann'), [Symbol.asyncDispose]: () => http.close() }
}

const cookie = 'session=ann'
const ours = { host: 'shop.example', cookie, 'sec-fetch-site': 'same-origin' }
/** What a form on another page sends. */
const theirs = { ...ours, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }

test.each(['POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  '%s needs the token and a page of ours, both of them',
  async (method) => {
    await using app = await openSession()
    const token = { 'x-csrf-token': app.token }
    for (const headers of [ours, theirs, { ...theirs, ...token }]) {
      expect((await app.http.inject({ method, url: '/', headers })).statusCode).toBe(403)
    }
    expect(app.written).toEqual([])
  },
)

test.each([
  ['the query', { url: '/?x-csrf-token=TOKEN&csrf_token=TOKEN', headers: ours }],
  ['a cookie', { url: '/', headers: { ...ours, cookie: `${cookie}; x-csrf-token=TOKEN` } }],
  ['the body', { url: '/', headers: ours, payload: { 'x-csrf-token': 'TOKEN', _csrf: 'TOKEN' } }],
  ['another header', { url: '/', headers: { ...ours, 'x-xsrf-token': 'TOKEN' } }],
])('a token in %s does not count', async (_, request) => {
  await using app = await openSession()
  const filled = JSON.parse(JSON.stringify(request).replaceAll('TOKEN', app.token))
  expect((await app.http.inject({ ...filled, method: 'POST' })).statusCode).toBe(403)
  expect(app.written).toEqual([])
})

test.each([
  ['a header', { url: '/', headers: { ...theirs, 'x-http-method-override': 'DELETE' } }],
  ['another header', { url: '/', headers: { ...theirs, 'x-method-override': 'DELETE' } }],
  ['the query', { url: '/?_method=DELETE', headers: theirs }],
])('a read does not become a write by %s', async (_, request) => {
  await using app = await openSession()
  const answer = await app.http.inject({ ...request, method: 'GET' })
  expect([answer.body, app.written]).toEqual(['read', []])
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a'])(
  'a form of another page writes nothing as %s',
  async (type) => {
    await using app = await openSession()
    const headers = { ...theirs, 'content-type': type }
    const payload = '{"a":"=1"}'
    const answer = await app.http.inject({ method: 'POST', url: '/', headers, payload })
    expect([answer.statusCode, app.written]).toEqual([403, []])
  },
)

test('a session that is written twice is still one that needs a token', async () => {
  await using app = await openSession()
  const headers = { ...theirs, cookie: 'session=bob; session=ann', 'x-csrf-token': app.token }
  expect((await app.http.inject({ method: 'POST', url: '/', headers })).statusCode).toBe(403)
  expect(app.written).toEqual([])
})
