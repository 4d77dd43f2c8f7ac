import { expect, test } from 'vitest'
import { z } from 'zod'

import { readConfig } from '#app/config.ts'
import { defineProblems } from '#app/framework/errors/define-problems.ts'
import type { Http } from '#app/framework/http/server.ts'
import { leastEnvironment } from '../../../test/least-environment.ts'
import { openHttp } from '../../../test/open-http.ts'
import { describeApi } from './describe-api.ts'
import { openApiRoutes } from './openapi-routes.ts'

async function described(routes: (http: Http) => void) {
  await using http = openHttp(routes)
  await http.ready()
  return describeApi({ http })
}

const answer = async () => ({})

test('what is sent and what is answered are told by the two sides of a schema', async () => {
  const Span = z.object({ unit: z.string().default('cm') }).meta({ id: 'SidedSpan' })
  const Kite = z.object({ span: Span }).meta({ id: 'SidedKite' })
  const { paths, components } = await described((http) => {
    http.post('/kites', { schema: { body: Kite, response: { 201: Kite } } }, async (_, reply) =>
      reply.code(201).send({ span: { unit: 'm' } }),
    )
  })
  const { requestBody, responses } = paths['/kites']?.['post'] ?? {}
  const sides = [requestBody, responses?.['201']].map((each) => each?.content?.['application/json'])
  const unit = { type: 'string', default: 'cm' }
  const others = Object.entries(components.schemas).filter(([name]) => name !== 'Problem')
  expect(sides).toEqual([
    { schema: { $ref: '#/components/schemas/SidedKiteInput' } },
    { schema: { $ref: '#/components/schemas/SidedKite' } },
  ])
  expect(Object.fromEntries(others)).toEqual({
    SidedKite: closed({ span: { $ref: '#/components/schemas/SidedSpan' } }, ['span']),
    SidedSpan: closed({ unit }, ['unit']),
    SidedKiteInput: object({ span: { $ref: '#/components/schemas/SidedSpanInput' } }, ['span']),
    SidedSpanInput: object({ unit }),
  })
})

const object = (properties: object, required?: string[]) => ({
  type: 'object',
  properties,
  ...(required && { required }),
})
const closed = (properties: object, required: string[]) => ({
  ...object(properties, required),
  additionalProperties: false,
})

test('a schema that holds itself gets a name', async () => {
  const Tree = z.object({
    get kids() {
      return z.array(Tree)
    },
  })
  const { paths, components } = await described((http) => {
    http.post('/trees', { schema: { body: Tree } }, answer)
  })
  const name = { $ref: '#/components/schemas/PostTreesBody' }
  expect(paths['/trees']?.['post']?.requestBody?.content).toEqual({
    'application/json': { schema: name },
  })
  expect(components.schemas['PostTreesBody']).toEqual(
    object({ kids: { type: 'array', items: name } }, ['kids']),
  )
})

test('paths and parameters are written as OpenAPI has them', async () => {
  const params = z.object({ id: z.uuid() })
  const querystring = z.object({ limit: z.coerce.number().int().max(9).default(5) })
  const { paths } = await described((http) => {
    http.get('/kites/:id', { schema: { params, querystring }, config: { name: 'kite' } }, answer)
    http.get('/days/:day(^\\d+$)', answer)
    http.get('/files/*', answer)
    http.get('/pages/:page?', answer)
    http.get('/hidden', { schema: { hide: true } }, answer)
  })
  expect(Object.keys(paths)).toEqual([
    '/kites/{id}',
    '/days/{day}',
    '/files/{path}',
    '/pages',
    '/pages/{page}',
  ])
  expect(paths['/kites/{id}']?.['get']).toMatchObject({
    operationId: 'kite',
    tags: ['kites'],
    parameters: [
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
      { name: 'limit', in: 'query', required: false, schema: { type: 'integer', default: 5 } },
    ],
    'x-elif': {
      policy: 'open',
      place: expect.stringMatching(/describe-api\.test\.ts:\d+$/),
      errors: ['not-found', 'invalid'],
    },
  })
  expect(paths['/pages/{page}']?.['get']?.operationId).toBe('getPagesByPage')
})

test('a route says which problems of its own it answers with, and what an agent should know', async () => {
  const { kiteTorn } = defineProblems({ kiteTorn: { status: 409, detail: 'The kite is torn.' } })
  const { paths } = await described((http) => {
    const schema = { hint: 'Mend it first.', problems: [kiteTorn] }
    http.post('/kites/:id/start', { schema, config: { policy: () => true } }, answer)
  })
  const { responses, 'x-elif': told } = paths['/kites/{id}/start']?.['post'] ?? {}
  expect(Object.keys(responses ?? {})).toEqual(['403', '404', '409', '2XX', 'default'])
  expect(told).toMatchObject({
    hint: 'Mend it first.',
    errors: ['forbidden', 'not-found', 'kite-torn'],
  })
})

test('production does not show its API unless it is told to', async () => {
  const production = { ...leastEnvironment, NODE_ENV: 'production' }
  const statusWith = async (environment: Record<string, string>) => {
    const { openApi } = readConfig(environment)
    await using http = openHttp((scope) => void scope.register(openApiRoutes(openApi)))
    return (await http.inject('/openapi.json')).statusCode
  }
  expect(await statusWith({ ...production, NODE_ENV: 'development' })).toBe(200)
  expect(await statusWith({ ...production, NODE_ENV: 'staging' })).toBe(404)
  expect(await statusWith(production)).toBe(404)
  expect(await statusWith({ ...production, OPENAPI: 'true' })).toBe(200)
})
