import { expect, test } from 'vitest'

import { type Http } from '#app/framework/http/server.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import type { Actor } from './actor.ts'

const noon = Date.parse('2026-01-31T12:00:00Z')

/** As accounts will: a cookie names a session, a header an API key. */
function identify({ headers }: { headers: Record<string, unknown> }): Actor {
  const session = /session=(\w+)/.exec(String(headers['cookie']))?.[1]
  if (session !== undefined) return { kind: 'user', id: `user of ${session}`, session }
  if (headers['authorization'] !== undefined) return { kind: 'key', id: 'key' }
  return { kind: 'anonymous' }
}

const routes = (http: Http) => {
  http.get('/token/:session', ({ params }) => http.csrfToken(String(Object(params).session)))
  const everybody = { config: { policy: 'public' } } as const
  http.get('/', async () => 'read')
  http.post('/', everybody, async () => 'written')
  http.put('/', everybody, async () => 'written')
  http.patch('/', everybody, async () => 'written')
  http.delete('/', everybody, async () => 'written')
}

const openWithSessions = (environment = {}, clock = { now: () => new Date(noon) }) =>
  openGuarded(environment, { identify, clock }, routes)

const tokenOf = async (http: Http, session: string) => (await http.inject(`/token/${session}`)).body

const honest = { cookie: 'session=ann', 'sec-fetch-site': 'same-origin' }
const write = (
  headers: Record<string, string>,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST',
) => ({
  method,
  url: '/',
  headers: { host: 'shop.example', ...headers },
})

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

const changed = (token: string, at: number) =>
  token.slice(0, at) + (token.at(at) === 'A' ? 'B' : 'A') + token.slice(at + 1)

test.each<[string, (token: string, other: string) => string | undefined]>([
  ['no token', () => undefined],
  ['an empty token', () => ''],
  ['a token of another session', (_, other) => other],
  ['a token whose signature is changed', (token) => changed(token, token.length - 5)],
  ['a token whose salt is changed', (token) => changed(token, token.indexOf('.') + 2)],
  ['a token that would last longer', (token) => `9${token}`],
  ['a token without a signature', (token) => token.split('.', 2).join('.')],
  ['a token with an empty signature', (token) => `${token.split('.', 2).join('.')}.`],
  ['the signature alone', (token) => token.split('.')[2]],
  ['two tokens', (token, other) => `${other}, ${token}`],
  ['something else', () => 'undefined'],
])('a write with %s is refused', async (_, forge) => {
  await using http = openWithSessions()
  const token = forge(await tokenOf(http, 'ann'), await tokenOf(http, 'bob'))
  const answer = await http.inject(
    write({ ...honest, ...(token !== undefined && { 'x-csrf-token': token }) }),
  )
  expect(answer.json()).toMatchObject({
    status: 403,
    code: 'forged',
    detail:
      'This write may be forged. Its header x-csrf-token does not hold a token of this session.',
  })
})

test('a token holds for twelve hours, in this app and while its secret stays', async () => {
  let now = noon
  const clock = { now: () => new Date(now) }
  await using http = openWithSessions({}, clock)
  await using other = openWithSessions({ APP_SECRET: 'another secret of more than 32 characters' })
  const headers = { ...honest, 'x-csrf-token': await tokenOf(http, 'ann') }
  expect((await other.inject(write(headers))).statusCode).toBe(403)
  now += 43_199_999
  expect((await http.inject(write(headers))).statusCode).toBe(200)
  now += 1
  expect((await http.inject(write(headers))).statusCode).toBe(403)
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

test('no two tokens are the same', async () => {
  await using http = openWithSessions()
  expect(await tokenOf(http, 'ann')).not.toBe(await tokenOf(http, 'ann'))
})
