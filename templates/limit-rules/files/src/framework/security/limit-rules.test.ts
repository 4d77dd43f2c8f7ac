import pino from 'pino'
import { expect, test } from 'vitest'

import { createParts } from '#app/framework/lifecycle/parts.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { openTestApp } from '../../../test/open-test-app.ts'
import { limitRuleRoutes } from './limit-rule-routes.ts'
import { createLimitRules } from './limit-rules.ts'

const token = 'a token of more than thirty-two characters'
const authorization = `Bearer ${token}`

/** Two processes of an app that lets everybody read once a minute, and what the first one logs. */
async function openProcesses() {
  const app = await openTestApp()
  let now = Date.parse('2026-01-31T12:00:00Z')
  const clock = { now: () => new Date(now) }
  const lines: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
  const needs = { database: app.platform.database, clock, log }

  const open = () => {
    const parts = createParts(log)
    const limitRules = createLimitRules({ ...needs, parts }, { every: 50 })
    const given = { clock, log, limitRules }
    const http = openGuarded({ RATE_LIMIT: '1' }, given, (scope) => {
      scope.get('/', async () => 'kite')
      scope.register(limitRuleRoutes({ token }, { limitRules }))
    })
    return { http, parts, limitRules }
  }
  const [one, other] = [open(), open()]
  const read = async (http = one.http, remoteAddress = '192.0.2.1') =>
    (await http.inject({ url: '/', remoteAddress })).statusCode

  return {
    one,
    other,
    read,
    lines,
    wait: (milliseconds: number) => (now += milliseconds),
    send: (method: 'GET' | 'PUT' | 'DELETE', payload?: object, url = '/_elif/limits') =>
      one.http.inject({ method, url, headers: { authorization }, ...(payload && { payload }) }),
    async [Symbol.asyncDispose]() {
      await Promise.all([one, other].map(({ http, parts }) => http.close().then(parts.stop)))
      await app[Symbol.asyncDispose]()
    },
  }
}

const rule = { limit: 'reads', quota: 3, reason: 'They asked nicely' }

test('a limit is changed for all, for one caller, and back', async () => {
  await using app = await openProcesses()
  expect([await app.read(), await app.read()]).toEqual([200, 429])

  expect((await app.send('PUT', rule)).statusCode).toBe(200)
  expect([await app.read(), await app.read(), await app.read()]).toEqual([200, 200, 429])
  await app.send('PUT', { ...rule, caller: 'ip 192.0.2.2', quota: 0 })
  expect(await app.read(app.one.http, '192.0.2.2')).toBe(429)
  expect(await app.read(app.one.http, '192.0.2.3')).toBe(200)

  const { items } = (await app.send('GET')).json()
  expect(items).toEqual([
    { ...rule, caller: '', window: null, until: null },
    { ...rule, caller: 'ip 192.0.2.2', quota: 0, window: null, until: null },
  ])
  const gone = await app.send('DELETE', undefined, '/_elif/limits?limit=reads&caller=ip 192.0.2.2')
  expect(gone.statusCode).toBe(204)
  expect(await app.read(app.one.http, '192.0.2.2')).toBe(200)
  const unknown = await app.send('DELETE', undefined, '/_elif/limits?limit=nothing')
  expect(unknown.statusCode).toBe(404)
})

test('a quota is a limit of a long window', async () => {
  await using app = await openProcesses()
  const month = 30 * 86_400_000
  await app.send('PUT', { ...rule, quota: 2, window: month })
  const answer = await app.one.http.inject('/')
  expect(answer.headers['ratelimit-policy']).toBe('"reads";q=2;w=2592000')
})

test('a rule ends by itself', async () => {
  await using app = await openProcesses()
  await app.send('PUT', { ...rule, quota: 0, until: '2026-01-31T13:00:00Z' })
  expect(await app.read()).toBe(429)
  app.wait(3_600_000)
  expect(await app.read()).toBe(200)
})

test('other processes know of a change after a while', async () => {
  await using app = await openProcesses()
  await app.other.parts.start()
  await app.send('PUT', { ...rule, quota: 0 })
  await expect.poll(() => app.read(app.other.http)).toBe(429)
})

test('each change leaves a line of what was, what is, and who asked for it', async () => {
  await using app = await openProcesses()
  await app.send('PUT', rule)
  await app.send('PUT', { ...rule, quota: 4 })
  await app.send('DELETE', undefined, '/_elif/limits?limit=reads')
  const audit = app.lines.map((line) => JSON.parse(line)).filter((line) => 'audit' in line)
  const quotas = audit.map(({ before, after }) => [before?.quota, after?.quota])
  expect(quotas).toEqual([
    [undefined, 3],
    [3, 4],
    [4, undefined],
  ])
  expect(audit[0]).toMatchObject({ audit: 'limit-rule', address: '127.0.0.1', level: 40 })
  expect(app.lines.join()).not.toContain(token)
})

test('only who holds the token may, and without one there is nothing', async () => {
  await using app = await openProcesses()
  for (const method of ['GET', 'PUT', 'DELETE'] as const) {
    const url = '/_elif/limits?limit=reads'
    expect((await app.one.http.inject({ method, url })).statusCode).toBe(403)
  }
  await using http = openGuarded({}, {}, (scope) => {
    scope.register(limitRuleRoutes({ token: undefined }, app.one))
  })
  expect((await http.inject('/_elif/limits')).statusCode).toBe(404)
})

test.each([
  { quota: -1 },
  { quota: 1.5 },
  { window: 0 },
  { reason: '' },
  { limit: '' },
  { more: 1 },
])('a rule with %j is refused', async (wrong) => {
  await using app = await openProcesses()
  expect((await app.send('PUT', { ...rule, ...wrong })).statusCode).toBe(422)
})
