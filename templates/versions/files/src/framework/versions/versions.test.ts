import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import { fixedClock } from '../clock/clock.ts'
import { type By, headerOf } from './asked-version.ts'
import { describeVersions } from './describe-versions.ts'
import { createVersions, defineVersions } from './versions.ts'

const openVersions = (by: By, at?: string) => withVersions(by, at).http

/** A server whose first version ends in 2027 and whose second one is current. */
function withVersions(by: By, at = '2026-11-20T00:00:00Z') {
  const definitions = defineVersions({
    by,
    current: '2',
    versions: {
      1: { deprecated: '2026-06-01', sunset: '2027-01-01', link: 'https://example.com/v2' },
      2: {},
    },
  })
  const versions = createVersions(definitions, fixedClock(at))
  const http = openHttp()
  versions.tellApart(http)
  http.get('/always', async () => ({ is: 'here' }))
  http.register(
    versions.mount('1', async (v1) => {
      v1.get('/kites', async () => ({ v: 1 }))
      v1.get('/strict', { schema: { querystring: Strict } }, async ({ query }) => query)
    }),
  )
  http.register(
    versions.mount('2', async (v2) => {
      v2.get('/kites', async () => ({ v: 2 }))
      v2.post('/kites', async () => ({ v: 2 }))
    }),
  )
  return { http, versions }
}

const Strict = z.strictObject({ limit: z.string() })

const ways: [By, string, (version: string) => { url: string; headers?: Record<string, string> }][] =
  [
    ['path', 'its prefix', (version) => ({ url: `/v${version}/kites` })],
    [
      'header',
      'api-version',
      (version) => ({ url: '/kites', headers: { 'api-version': version } }),
    ],
    ['query', 'a parameter of its query', (version) => ({ url: `/kites?api-version=${version}` })],
    [
      'accept',
      'a parameter of accept',
      (version) => ({ url: '/kites', headers: { accept: `application/json; version=${version}` } }),
    ],
  ]

test.each(ways)('by %s, a version is asked for by %s', async (by, _, asking) => {
  await using http = openVersions(by)
  for (const version of ['1', '2']) {
    const answer = await http.inject(asking(version))
    expect([answer.statusCode, answer.json()]).toEqual([200, { v: Number(version) }])
  }
  expect((await http.inject('/always')).json()).toEqual({ is: 'here' })
})

test.each(ways)('by %s, an old version says until when it is answered', async (by, _, asking) => {
  await using http = openVersions(by)
  const old = await http.inject(asking('1'))
  expect(old.headers).toMatchObject({
    deprecation: '@1780272000',
    sunset: 'Fri, 01 Jan 2027 00:00:00 GMT',
    link: '<https://example.com/v2>; rel="sunset"',
  })
  const today = await http.inject(asking('2'))
  expect(today.headers).not.toHaveProperty('deprecation')
  expect(today.headers).not.toHaveProperty('sunset')
})

test.each(ways)('by %s, a version ends on the day of its sunset', async (by, _, asking) => {
  await using http = openVersions(by, '2027-01-01T00:00:00Z')
  const old = await http.inject(asking('1'))
  expect([old.statusCode, old.json().code]).toEqual([410, 'version-gone'])
  expect((await http.inject(asking('2'))).statusCode).toBe(200)
})

test.each(ways.slice(1))('by %s, who asks for none gets the current one', async (by) => {
  await using http = openVersions(by)
  const answer = await http.inject('/kites')
  expect(answer.json()).toEqual({ v: 2 })
  expect(answer.headers.vary).toBe(headerOf(by))
})

test.each(ways.slice(1))('by %s, a version that is not there is refused', async (by, _, asking) => {
  await using http = openVersions(by)
  const answer = await http.inject(asking('9'))
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    { code: 'version-unknown', hint: 'There are 1, 2.' },
  ])
})

test('by path, a version that is not there is nowhere', async () => {
  await using http = openVersions('path')
  expect((await http.inject('/v9/kites')).statusCode).toBe(404)
})

test('by query, a route need not know the parameter that chooses it', async () => {
  await using http = openVersions('query')
  const answer = await http.inject('/strict?limit=5&api-version=1')
  expect([answer.statusCode, answer.json()]).toEqual([200, { limit: '5' }])
})

test('versions are described with their days and routes', async () => {
  const { http, versions } = withVersions('path')
  await http.ready()
  expect(describeVersions({ platform: { versions } })).toEqual({
    by: 'path',
    current: '2',
    versions: [
      {
        name: '1',
        deprecated: '2026-06-01',
        sunset: '2027-01-01',
        link: 'https://example.com/v2',
        routes: ['GET /v1/kites', 'GET /v1/strict'],
      },
      { name: '2', routes: ['GET /v2/kites', 'POST /v2/kites'] },
    ],
  })
  await http.close()
})
