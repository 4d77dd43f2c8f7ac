import { expect, test } from 'vitest'

import { openGuarded } from '../../../test/open-guarded.ts'
import { honest, openWithSessions, tokenOf, write } from '../../../test/open-with-sessions.ts'

test('a page of ours writes with the token of its session', async () => {
  await using http = openWithSessions()
  const token = await tokenOf(http, 'ann')
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    const answer = await http.inject(write({ ...honest, 'x-csrf-token': token }, method))
    expect([method, answer.statusCode]).toEqual([method, 200])
  }
})

test('an older browser says where it comes from by Origin alone', async () => {
  await using http = openWithSessions()
  const headers = { cookie: 'session=ann', origin: 'http://shop.example' }
  const token = await tokenOf(http, 'ann')
  const answer = await http.inject(write({ ...headers, 'x-csrf-token': token }))
  expect(answer.statusCode).toBe(200)
})

test.each<[string, Record<string, string>]>([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a neighbour below the same domain', { 'sec-fetch-site': 'same-site' }],
  ['nowhere that a browser names', { 'sec-fetch-site': 'none' }],
  ['another origin, in an older browser', { origin: 'https://evil.example' }],
  ['our host over another protocol', { origin: 'https://shop.example' }],
  ['our host on another port', { origin: 'http://shop.example:8080' }],
  ['a host that begins like ours', { origin: 'http://shop.example.evil.example' }],
  ['an origin that hides itself', { origin: 'null' }],
  ['a hidden origin that claims to be ours', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
  ['a page that does not say where it is', {}],
])('a write from %s is refused, even with the token', async (_, headers) => {
  await using http = openWithSessions()
  const token = await tokenOf(http, 'ann')
  const answer = await http.inject(
    write({ cookie: 'session=ann', 'x-csrf-token': token, ...headers }),
  )
  expect(answer.json()).toMatchObject({
    status: 403,
    detail: 'This write may be forged. It does not come from a page of ours.',
  })
})

test('a listed origin may write where it may send cookies, with the token', async () => {
  const CORS_ORIGINS = 'https://shop-front.example'
  const headers = { cookie: 'session=ann', origin: CORS_ORIGINS, 'sec-fetch-site': 'cross-site' }
  await using open = openWithSessions({ CORS_ORIGINS, CORS_CREDENTIALS: 'true' })
  const token = await tokenOf(open, 'ann')
  expect((await open.inject(write({ ...headers, 'x-csrf-token': token }))).statusCode).toBe(200)
  expect((await open.inject(write(headers))).statusCode).toBe(403)
  await using closed = openWithSessions({ CORS_ORIGINS })
  expect((await closed.inject(write({ ...headers, 'x-csrf-token': token }))).statusCode).toBe(403)
})

test('reads, API keys and those without a session need no token', async () => {
  await using http = openWithSessions()
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const read = { ...write({ ...foreign, cookie: 'session=ann' }), method: 'GET' as const }
  expect((await http.inject(read)).statusCode).toBe(200)
  expect((await http.inject(write({ ...foreign, authorization: 'Bearer key' }))).statusCode).toBe(
    200,
  )
  expect((await http.inject(write(foreign))).statusCode).toBe(200)
})

test('a cookie beside an API key is guarded as a cookie is', async () => {
  await using http = openWithSessions()
  const answer = await http.inject(write({ cookie: 'session=ann', authorization: 'Bearer key' }))
  expect(answer.statusCode).toBe(403)
})

test('an app that knows no sessions asks nobody for a token', async () => {
  await using http = openGuarded({ APP_SECRET: '' })
  expect((await http.inject(write({ cookie: 'session=ann' }))).statusCode).toBe(200)
})

test('production does not start with sessions and without a secret', () => {
  expect(() => openWithSessions({ APP_SECRET: '' })).toThrow(
    'APP_SECRET is not set, and sessions need it.',
  )
})
