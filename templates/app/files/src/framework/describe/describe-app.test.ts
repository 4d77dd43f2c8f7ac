import pino from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { explainSettings } from '#app/framework/config/explain-settings.ts'
import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { createParts } from '#app/framework/lifecycle/parts.ts'
import { openHttp } from '../../../test/open-http.ts'
import { describeApp } from './describe-app.ts'
import type { AskSettings } from './may-ask.ts'

const token = 'a token of more than thirty-two characters'
const log = pino({ level: 'silent' })
const parts = createParts(log)
parts.add({ name: 'mail', describe: () => ({ sent: 7 }) })
parts.add({ name: 'clockwork' })
const explain = () => explainSettings(z.object({ PORT: z.coerce.number().default(3000) }), [], '')
const words = [
  'map',
  'routes',
  'config',
  'problems',
  'schemas',
  'health',
  'parts/mail',
  'log',
  'schema',
]
const paths = ['/_elif', ...words.map((word) => `/_elif/${word}`)]

const openDescribed = (settings: AskSettings) =>
  openHttp((http) => {
    const body = z.object({ name: z.string() }).meta({ id: 'NewDescribedKite' })
    http.post('/kites', { schema: { body } }, async () => ({}))
    http.register(describeApp(settings, { lifecycle: createLifecycle(), log, parts, explain }))
  })

test('whoever reaches an app in development may ask what it is', async () => {
  await using http = await openDescribed({ open: true, token: undefined })
  const [index, map, routes, config, problems, schemas, health, mail, , schema] = await Promise.all(
    paths.map(async (path) => (await http.inject(path)).json()),
  )
  const told = index.answers.map(({ method, path }: Record<string, string>) => `${method} ${path}`)
  expect(told.toSorted()).toEqual(
    [
      ...paths.slice(1).map((path) => `GET ${path.replace('mail', ':name')}`),
      'PUT /_elif/log',
    ].toSorted(),
  )
  expect(map.routes).toContainEqual({
    method: 'POST',
    url: '/kites',
    place: { file: 'src/framework/describe/describe-app.test.ts', line: expect.any(Number) },
  })
  expect(map.settings).toContainEqual({
    name: 'PORT',
    place: { file: 'src/config.ts', line: expect.any(Number) },
  })
  expect(routes).toContainEqual(
    expect.objectContaining({ url: '/kites', schemas: { body: 'NewDescribedKite' } }),
  )
  expect(config).toEqual(explain())
  expect(problems).toContainEqual({
    code: 'method-not-allowed',
    status: 405,
    detail: '<path> does not take <method>.',
    hint: 'It takes <allow>.',
    definedIn: 'framework',
  })
  expect(schemas.$defs.NewDescribedKite).toEqual({
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
  })
  expect(health).toMatchObject({ state: 'starting', node: process.version })
  expect(mail).toEqual({ sent: 7 })
  expect(Object.keys(schema.$defs)).toEqual(['index', ...words.slice(0, 6)])
})

test('a part that tells nothing of itself is not there, like one that does not exist', async () => {
  await using http = await openDescribed({ open: true, token: undefined })
  for (const name of ['clockwork', 'none']) {
    expect((await http.inject(`/_elif/parts/${name}`)).json().detail).toBe(
      `No part ${name} tells anything of itself.`,
    )
  }
})

test('who may ask changes what the log tells, and nobody else', async () => {
  const change = (level: string, authorization = '') => ({
    method: 'PUT' as const,
    url: '/_elif/log',
    headers: { authorization },
    body: { level },
  })
  await using http = await openDescribed({ open: false, token })
  expect((await http.inject(change('debug'))).statusCode).toBe(403)
  expect(log.level).toBe('silent')
  expect((await http.inject(change('loud', `Bearer ${token}`))).statusCode).toBe(422)
  const reply = await http.inject(change('fatal', `Bearer ${token}`))
  expect([reply.statusCode, reply.json(), log.level]).toEqual([200, { level: 'fatal' }, 'fatal'])
  log.level = 'silent'
})

test('in production only who holds the token may', async () => {
  await using http = await openDescribed({ open: false, token })
  const ask = async (url: string, authorization?: string) =>
    (await http.inject({ url, headers: authorization ? { authorization } : {} })).statusCode

  for (const path of paths) {
    expect(await ask(path)).toBe(403)
    expect(await ask(path, `Bearer ${token}.`)).toBe(403)
    expect(await ask(path, `Bearer ${token}`)).toBe(200)
  }
})

test('without a token there is nothing to ask', async () => {
  await using http = await openDescribed({ open: false, token: undefined })
  for (const path of paths) expect((await http.inject(path)).statusCode).toBe(404)
})
