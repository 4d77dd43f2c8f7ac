import { expect, test } from 'vitest'

import type { Http } from '#app/framework/http/server.ts'
import { openGuarded } from '../../../test/open-guarded.ts'

const routes = (http: Http) => {
  http.get('/:name', async ({ query, params, headers }) => ({
    query,
    params,
    made: headers['made'],
  }))
  http.post('/', { config: { policy: 'public' } }, async ({ body }) => ({ body }))
}

const send = (payload: string, contentType = 'application/json') => ({
  method: 'POST' as const,
  url: '/',
  payload,
  headers: { 'content-type': contentType },
})

const polluted = () => Reflect.get({}, 'polluted')

test.each([
  '{"__proto__":{"polluted":true}}',
  '{"\\u005f_proto__":{"polluted":true}}',
  '{"a":[{"b":{"__proto__":{"polluted":true}}}]}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":{"constructor":{"prototype":{"polluted":true}}}}',
])('a body that reaches for the prototype is refused: %s', async (body) => {
  await using http = openGuarded({}, {}, routes)
  const answer = await http.inject(send(body))
  expect(answer.json()).toMatchObject({ status: 400, code: 'bad-json' })
  expect(polluted()).toBeUndefined()
})

test('a body may speak of constructors and prototypes', async () => {
  await using http = openGuarded({}, {}, routes)
  const body = { constructor: 'Gustave Eiffel', prototype: 'a tower' }
  expect((await http.inject(send(JSON.stringify(body)))).json()).toEqual({ body })
})

test.each([
  '/a?__proto__[polluted]=true',
  '/a?__proto__.polluted=true',
  '/a?__proto__=polluted',
  '/a?constructor[prototype][polluted]=true',
  '/__proto__?polluted=true',
  '/constructor',
])('a query or path that reaches for the prototype is only text: %s', async (url) => {
  await using http = openGuarded({}, {}, routes)
  expect((await http.inject(url)).statusCode).toBe(200)
  expect(polluted()).toBeUndefined()
})

test('only JSON is read, whatever it is called', async () => {
  await using http = openGuarded({}, {}, routes)
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
    '*/*',
    'json',
  ]
  for (const type of types) {
    expect([type, (await http.inject(send('{"a":1}', type))).statusCode]).toEqual([type, 415])
  }
})

test.each([
  ['packed with gzip', { 'content-encoding': 'gzip' }],
  ['packed with two', { 'content-encoding': 'identity, br' }],
  ['said to be in UTF-7', { 'content-type': 'application/json; charset=utf-7' }],
  ['said to be in UTF-16', { 'content-type': 'application/json;charset="utf-16"' }],
  ['said to be in two', { 'content-type': 'application/json; charset=utf-8; charset=iso-8859-1' }],
])('a body that is %s is not read', async (_, headers) => {
  await using http = openGuarded({}, {}, routes)
  const answer = await http.inject({ ...send('{}'), headers: { ...send('').headers, ...headers } })
  expect([answer.statusCode, answer.json().code]).toEqual([415, 'unsupported-media-type'])
})

test.each(['charset=utf-8', 'charset=UTF-8', 'charset="utf8"', 'charset=utf-8; a=b', 'a=b'])(
  'a body may say that it is %s',
  async (parameter) => {
    await using http = openGuarded({}, {}, routes)
    const answer = await http.inject(send('{"a":1}', `application/json; ${parameter}`))
    expect(answer.json()).toEqual({ body: { a: 1 } })
  },
)

test('a body has a limit, also where it does not say how long it is', async () => {
  await using http = openGuarded({}, {}, routes)
  const text = JSON.stringify('x'.repeat(1_048_576))
  expect((await http.inject(send(text))).statusCode).toBe(413)
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new Blob([text]).stream(),
    duplex: 'half',
  })
  expect(answer.status).toBe(413)
})
