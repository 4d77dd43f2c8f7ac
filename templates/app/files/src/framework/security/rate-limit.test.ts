import { beforeEach, expect, test } from 'vitest'

import { behaviour } from '#app/framework/behaviour.ts'
import type { Http } from '#app/framework/http/server.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { openTestApp } from '../../../test/open-test-app.ts'
import type { Actor } from './actor.ts'

// An app from before it was guarded goes on without until its owner flips the setting.
beforeEach(({ skip }) => skip(!behaviour.guarded))

/** Noon, at the beginning of a window. */
const clock = { now: () => new Date('2026-01-31T12:00:00Z') }
const window = 60_000

const from = (remoteAddress: string, options: object = {}) => ({
  method: 'GET' as const,
  url: '/',
  remoteAddress,
  ...options,
})

/** The statuses of requests, one after the other. */
async function statuses(http: Http, requests: ReturnType<typeof from>[]) {
  const answers = []
  for (const request of requests) answers.push((await http.inject(request)).statusCode)
  return answers
}

test('an address may ask so often, then it is told when to come back', async () => {
  await using http = openGuarded({ RATE_LIMIT: '2' }, { clock })
  const first = await http.inject(from('192.0.2.1'))
  expect(first.headers).toMatchObject({
    'ratelimit-policy': '"reads";q=2;w=60',
    ratelimit: '"reads";r=1;t=120',
  })
  expect(first.headers).not.toHaveProperty('retry-after')

  await http.inject(from('192.0.2.1'))
  const refused = await http.inject(from('192.0.2.1'))
  expect(refused.headers).toMatchObject({ ratelimit: '"reads";r=0;t=120', 'retry-after': '90' })
  expect(refused.json()).toMatchObject({
    status: 429,
    code: 'too-many-requests',
    detail: 'More than 2 in 60 seconds.',
    hint: 'Try again in 90 seconds.',
  })
  expect(await statuses(http, [from('192.0.2.2')])).toEqual([200])
})

test('production has limits without being asked for them, lower ones for writes', async () => {
  await using http = openGuarded({}, { clock })
  const read = await http.inject('/')
  const write = await http.inject({ method: 'POST', url: '/' })
  expect([read, write].map(({ headers }) => headers['ratelimit-policy'])).toEqual([
    '"reads";q=1000;w=60',
    '"writes";q=300;w=60',
  ])
})

test('paths that lead nowhere count, health does not', async () => {
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock })
  const nowhere = from('192.0.2.1', { url: '/nowhere' })
  expect(await statuses(http, [nowhere, nowhere, from('192.0.2.1')])).toEqual([404, 429, 429])

  await using other = openGuarded({ RATE_LIMIT: '1' }, { clock })
  const unreadable = from('192.0.2.1', { url: '/%zz' })
  expect(await statuses(other, [unreadable, unreadable, from('192.0.2.1')])).toEqual([
    400, 429, 429,
  ])

  await using app = await openTestApp()
  expect((await app.get('/health/live').response()).headers).not.toHaveProperty('ratelimit')
})

test('a limit of 0 is none', async () => {
  await using http = openGuarded({ RATE_LIMIT: '0', RATE_LIMIT_WRITES: '0' })
  expect((await http.inject('/')).headers).not.toHaveProperty('ratelimit')
  expect((await http.inject({ method: 'POST', url: '/' })).headers).not.toHaveProperty('ratelimit')
})

test.each([
  ['another X-Forwarded-For', { headers: { 'x-forwarded-for': '198.51.100.7' } }],
  ['another X-Real-IP', { headers: { 'x-real-ip': '198.51.100.7' } }],
  ['another query', { url: '/?again=1' }],
  ['another path', { url: '/elsewhere' }],
  ['HEAD', { method: 'HEAD' }],
  ['OPTIONS', { method: 'OPTIONS' }],
  ['its address in IPv6', { remoteAddress: '::ffff:192.0.2.1' }],
  ['another API key', { headers: { authorization: 'Bearer 2', 'x-api-key': '2' } }],
  ['another cookie', { headers: { cookie: 'session=2' } }],
])('%s is no way around a limit', async (_, options) => {
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock })
  const requests = [from('192.0.2.1'), from('192.0.2.1', options)]
  expect(await statuses(http, requests)).toEqual([200, 429])
})

test('a caller has a whole IPv6 network, so its addresses count as one', async () => {
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock })
  const requests = ['2001:db8::1', '2001:db8::2', '2001:db8:0:1::1'].map((each) => from(each))
  expect(await statuses(http, requests)).toEqual([200, 429, 200])
})

const once = { quota: 1, window } as const

const routes = (http: Http) => {
  http.get('/all', { config: { rateLimit: { ...once, by: 'route' } } }, async () => 'all')
  http.get('/actor', { config: { rateLimit: { ...once, by: 'actor' } } }, async () => 'actor')
  http.get('/other', { config: { rateLimit: once } }, async () => 'other')
  http.get('/same', { config: { rateLimit: once } }, async () => 'same')
  http.get('/free', { config: { rateLimit: false } }, async () => 'free')
  const bucket = { quota: 3, window, algorithm: 'token-bucket', name: 'burst' } as const
  http.get('/both', { config: { rateLimit: [bucket, once] } }, async () => 'both')
  const byTenant = { ...once, by: ({ headers }: { headers: object }) => JSON.stringify(headers) }
  http.get('/own', { config: { rateLimit: byTenant } }, async () => 'own')
}

const identify = ({ headers }: { headers: Record<string, unknown> }): Actor => {
  if (typeof headers['key'] === 'string') return { kind: 'key', id: headers['key'] }
  if (typeof headers['user'] === 'string') return { kind: 'user', id: headers['user'] }
  return { kind: 'anonymous' }
}

test('a route may have its own limits: for all, by actor, by a function, several, or none', async () => {
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock, identify }, routes)
  const ask = (url: string, address = 'a', headers = {}) => from(address, { url, headers })

  expect(await statuses(http, [ask('/all'), ask('/all', 'b')])).toEqual([200, 429])
  expect(await statuses(http, [ask('/other'), ask('/same'), ask('/same')])).toEqual([200, 200, 429])
  expect(await statuses(http, [ask('/free'), ask('/free')])).toEqual([200, 200])
  const actors = [{ user: '1' }, { key: '1' }, { user: '2' }, {}, { user: '1' }, {}]
  const asked = actors.map((headers) => ask('/actor', 'a', headers))
  expect(await statuses(http, asked)).toEqual([200, 200, 200, 200, 429, 429])
  const tenants = [{ tenant: '1' }, { tenant: '2' }, { tenant: '1' }]
  const own = tenants.map((headers) => ask('/own', 'a', headers))
  expect(await statuses(http, own)).toEqual([200, 200, 429])
  expect((await http.inject(ask('/both'))).headers).toMatchObject({
    'ratelimit-policy': '"burst";q=3;w=60, "GET /both";q=1;w=60',
    ratelimit: '"burst";r=2;t=20, "GET /both";r=0;t=120',
  })
})
