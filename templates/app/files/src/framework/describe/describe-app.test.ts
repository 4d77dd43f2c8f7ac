import pino from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { createParts } from '#app/framework/lifecycle/parts.ts'
import { openHttp } from '../../../test/open-http.ts'
import { describeApp } from './describe-app.ts'
import type { AskSettings } from './may-ask.ts'

const token = 'a token of more than thirty-two characters'
const parts = createParts(pino({ level: 'silent' }))
const explain = () => ({ settings: [{ name: 'PORT', value: 3000 }], faults: [] })
const paths = ['/_elif/map', '/_elif/config', '/_elif/schemas', '/_elif/health']

const openDescribed = (settings: AskSettings) =>
  openHttp((http) => {
    const body = z.object({ name: z.string() }).meta({ id: 'NewDescribedKite' })
    http.post('/kites', { schema: { body } }, async () => ({}))
    http.register(describeApp(settings, { lifecycle: createLifecycle(), parts, explain }))
  })

test('whoever reaches an app in development may ask what it is', async () => {
  await using http = await openDescribed({ open: true, token: undefined })
  const [map, config, schemas, health] = await Promise.all(
    paths.map(async (path) => (await http.inject(path)).json()),
  )
  expect(map.routes).toContainEqual(
    expect.objectContaining({
      method: 'POST',
      url: '/kites',
      schemas: { body: 'NewDescribedKite' },
    }),
  )
  expect(config).toEqual(explain())
  expect(schemas.$defs.NewDescribedKite).toEqual({
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
  })
  expect(health).toMatchObject({ state: 'starting', node: process.version })
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
