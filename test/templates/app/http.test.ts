import { expect, test } from 'vitest'
import { z } from 'zod'

import { conflict } from '../../../templates/app/files/src/framework/http/problem.ts'
import type { Http } from '../../../templates/app/files/src/framework/http/server.ts'
import { openHttp } from './open-http.ts'

const Kite = z.object({ name: z.string(), length: z.int() })
const ById = z.object({ id: z.uuid() })

function kites(http: Http) {
  http.get(
    '/kites',
    { schema: { querystring: z.object({ limit: z.coerce.number() }) } },
    async () => [],
  )
  http.post('/kites', { schema: { body: Kite, response: { 201: Kite } } }, async (request, reply) =>
    reply.code(201).send(request.body),
  )
  http.get('/kites/:id', { schema: { params: ById } }, async ({ params }) => params)
  http.get('/taken', async () => {
    throw conflict('This name is taken.', { hint: 'Take another one.' })
  })
  http.get('/broken', async () => {
    throw new Error('the secret of the broken')
  })
}

const id = { headers: { 'x-request-id': 'request-1' } }
const problem = (status: number, title: string, code: string, detail: string, more = {}) => ({
  type: 'about:blank',
  title,
  status,
  code,
  detail,
  requestId: 'request-1',
  ...more,
})

test('reads a request by its schemas and sends what the handler gives', async () => {
  await using app = openHttp(kites)
  const reply = await app.http.inject({
    method: 'POST',
    url: '/kites',
    payload: { name: 'A', length: 3 },
  })
  expect([reply.statusCode, reply.json()]).toEqual([201, { name: 'A', length: 3 }])
})

test('names every field that is not valid', async () => {
  await using app = openHttp(kites)
  const reply = await app.http.inject({
    ...id,
    method: 'POST',
    url: '/kites',
    payload: { length: 1.5 },
  })
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(reply.json()).toEqual(
    problem(422, 'Unprocessable Entity', 'invalid', 'The body of the request is not valid.', {
      hint: 'The list of errors names each field and what is wrong with it.',
      errors: [
        { in: 'body', field: 'name', detail: 'Invalid input: expected string, received undefined' },
        { in: 'body', field: 'length', detail: 'Invalid input: expected int, received number' },
      ],
    }),
  )
})

test.each([
  ['GET', '/kites/7', 404, 'not-found', 'There is nothing at this path.'],
  ['GET', `/kites/${'7'.repeat(200)}`, 404, 'not-found', 'There is nothing at this path.'],
  ['GET', '/nowhere?a=b', 404, 'not-found', 'There is nothing at /nowhere.'],
  ['PUT', '/kites', 405, 'method-not-allowed', '/kites does not take PUT.'],
  ['GET', '/kites?limit=many', 422, 'invalid', 'The query of the request is not valid.'],
  ['GET', '/%zz', 400, 'bad-request', 'The path of the request is not a valid URL.'],
  ['GET', '/taken', 409, 'conflict', 'This name is taken.'],
  ['GET', '/broken', 500, 'unforeseen', 'Error: the secret of the broken'],
] as const)('%s %s answers %i', async (method, url, status, code, detail) => {
  await using app = openHttp(kites)
  const reply = await app.http.inject({ ...id, method, url })
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(reply.headers['x-request-id']).toBe('request-1')
  expect(reply.json()).toMatchObject({ status, code, detail, requestId: 'request-1' })
})

test.each([
  ['{', 'application/json', 400, 'bad-json'],
  ['', 'application/json', 400, 'bad-json'],
  ['{"__proto__": {}}', 'application/json', 400, 'bad-json'],
  [`"${'x'.repeat(1000)}"`, 'application/json', 413, 'body-too-large'],
  ['name=A', 'application/x-www-form-urlencoded', 415, 'unsupported-media-type'],
  ['A', 'text/plain', 415, 'unsupported-media-type'],
] as const)('a body of %j as %s answers %i', async (payload, type, status, code) => {
  await using app = openHttp(kites)
  const headers = { 'content-type': type }
  const reply = await app.http.inject({ method: 'POST', url: '/kites', payload, headers })
  expect(reply.json()).toMatchObject({ status, code })
})

test('an unknown path is a 404 and a wrong method a 405, whatever the body is', async () => {
  await using app = openHttp(kites)
  const sent = { headers: { 'content-type': 'application/json' }, payload: '{' }
  expect((await app.http.inject({ ...sent, method: 'POST', url: '/nowhere' })).statusCode).toBe(404)
  expect((await app.http.inject({ ...sent, method: 'PUT', url: '/kites' })).statusCode).toBe(405)
})

test('says which methods a path takes, and answers HEAD and OPTIONS', async () => {
  await using app = openHttp(kites)
  const wrong = await app.http.inject({ method: 'DELETE', url: '/kites' })
  expect(wrong.headers['allow']).toBe('GET, HEAD, OPTIONS, POST')
  expect(wrong.json().hint).toBe('It takes GET, HEAD, OPTIONS, POST.')
  const options = await app.http.inject({ method: 'OPTIONS', url: '/kites/7' })
  expect([options.statusCode, options.headers['allow']]).toEqual([204, 'GET, HEAD, OPTIONS'])
  const head = await app.http.inject({ method: 'HEAD', url: '/kites?limit=1' })
  expect([head.statusCode, head.body]).toEqual([200, ''])
})

test('production keeps the text of an unforeseen error in the log', async () => {
  await using app = openHttp(kites, { showErrors: false })
  const reply = await app.http.inject({ ...id, method: 'GET', url: '/broken' })
  expect(reply.json()).toEqual(
    problem(
      500,
      'Internal Server Error',
      'unforeseen',
      'The server could not complete the request.',
      {
        hint: 'The log of the server says more under this request id.',
      },
    ),
  )
  expect(app.lines.join('')).toContain('the secret of the broken')
})

test('logs one line a request, without its query', async () => {
  await using app = openHttp(kites)
  await app.http.inject({ ...id, method: 'GET', url: '/kites?limit=5' })
  expect(app.lines.map((line) => JSON.parse(line))).toMatchObject([
    { requestId: 'request-1', method: 'GET', path: '/kites', status: 200, msg: 'request' },
  ])
})

test('takes a request id only when it looks like one', async () => {
  await using app = openHttp(kites)
  const headers = { 'x-request-id': 'two words' }
  const reply = await app.http.inject({ method: 'GET', url: '/taken', headers })
  expect(reply.json().requestId).toMatch(/^[\w-]{20}$/)
})
