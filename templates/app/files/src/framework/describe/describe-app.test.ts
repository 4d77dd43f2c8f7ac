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
const parts = createParts(pino({ level: 'silent' }))
const explain = () => explainSettings(z.object({ PORT: z.coerce.number().default(3000) }), [], '')
const words = ['map', 'routes', 'config', 'problems', 'schemas', 'health', 'schema']
const paths = ['/_elif', ...words.map((word) => `/_elif/${word}`)]

const openDescribed = (settings: AskSettings) =>
  openHttp((http) => {
    const body = z.object({ name: z.string() }).meta({ id: 'NewDescribedKite' })
    http.post('/kites', { schema: { body } }, async () => ({}))
    http.register(describeApp(settings, { lifecycle: createLifecycle(), parts, explain }))
  })

test('whoever reaches an app in development may ask what it is', async () => {
  await using http = await openDescribed({ open: true, token: undefined })
  const [index, map, routes, config, problems, schemas, health, schema] = await Promise.all(
    paths.map(async (path) => (await http.inject(path)).json()),
  )
  expect(index.answers.map(({ path }: { path: string }) => path)).toEqual(paths.slice(1))
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
  expect(Object.keys(schema.$defs)).toEqual(['index', ...words.slice(0, -1)])
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
