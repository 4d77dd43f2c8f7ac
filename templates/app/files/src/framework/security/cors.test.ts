import { expect, test } from 'vitest'

import { readConfig } from '#app/config.ts'
import { leastEnvironment } from '../../../test/least-environment.ts'
import { openGuarded } from '../../../test/open-guarded.ts'

const SHOP = 'https://shop.example'
const preflight = (origin: string) => ({
  method: 'OPTIONS' as const,
  url: '/',
  headers: { origin, 'access-control-request-method': 'POST' },
})
const corsHeaders = (headers: object) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^access-control|^vary$/.test(name)),
  )

test('no other origin may read anything unless it is listed', async () => {
  await using http = openGuarded()
  for (const origin of [SHOP, 'null', '*', 'http://localhost:3000']) {
    const answer = await http.inject({ url: '/', headers: { origin } })
    expect(corsHeaders(answer.headers)).toEqual({})
    expect(corsHeaders((await http.inject(preflight(origin))).headers)).toEqual({})
  }
})

test('a listed origin may read answers, errors too', async () => {
  await using http = openGuarded({ CORS_ORIGINS: `${SHOP}, https://admin.example` })
  for (const url of ['/', '/nowhere']) {
    const { headers } = await http.inject({ url, headers: { origin: SHOP } })
    expect(corsHeaders(headers)).toEqual({
      vary: 'origin',
      'access-control-allow-origin': SHOP,
      'access-control-expose-headers':
        'etag, link, location, ratelimit, ratelimit-policy, retry-after, x-request-id, deprecation, sunset',
    })
  }
})

test('a preflight of a listed origin is told what it may send', async () => {
  await using http = openGuarded({ CORS_ORIGINS: SHOP, CORS_CREDENTIALS: 'true' })
  const answer = await http.inject(preflight(SHOP))
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
  expect(corsHeaders(answer.headers)).toEqual({
    vary: 'origin',
    'access-control-allow-origin': SHOP,
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers':
      'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id, x-csrf-token, x-request-id',
    'access-control-max-age': '600',
  })
})

test.each([
  'null',
  'https://evil.example',
  'http://shop.example',
  'https://shop.example:8443',
  'https://shop.example.evil.example',
  'https://evil-shop.example',
  'https://sub.shop.example',
  'https://SHOP.example',
  'https://shop.example/',
  'https://shop.example, https://evil.example',
  '',
])('the origin %j is not the listed one', async (origin) => {
  await using http = openGuarded({ CORS_ORIGINS: SHOP, CORS_CREDENTIALS: 'true' })
  const answer = await http.inject({ url: '/', headers: { origin } })
  expect(corsHeaders(answer.headers)).toEqual({ vary: 'origin' })
  expect(corsHeaders((await http.inject(preflight(origin))).headers)).toEqual({ vary: 'origin' })
})

test('everybody may read where * is listed, and nobody with cookies', async () => {
  await using http = openGuarded({ CORS_ORIGINS: '*' })
  const { headers } = await http.inject({ url: '/', headers: { origin: SHOP } })
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers).not.toHaveProperty('access-control-allow-credentials')
  expect(() => openGuarded({ CORS_ORIGINS: '*', CORS_CREDENTIALS: 'true' })).toThrow(
    'CORS_CREDENTIALS needs the origins by name: CORS_ORIGINS is *.',
  )
})

test.each(['null', 'shop.example', `${SHOP}/`, 'https://*.example', `*, ${SHOP}`, 'file:///'])(
  'the list of origins cannot hold %j',
  (origins) => {
    expect(() => readConfig({ ...leastEnvironment, CORS_ORIGINS: origins })).toThrow(
      'CORS_ORIGINS: has an entry that is not an origin such as https://shop.example',
    )
  },
)
