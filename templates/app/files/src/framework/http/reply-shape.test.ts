import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import { notFound } from './problem.ts'
import { type ReplyShape, shapeReplies } from './reply-shape.ts'
import type { Http } from './server.ts'

const Fault = z.object({
  ok: z.literal(false),
  error: z.object({ id: z.string(), text: z.string() }),
})

/** A contract that was there before the app. */
const older: ReplyShape = {
  problem: {
    type: 'application/json',
    schema: Fault,
    body: ({ code, message }) => ({ ok: false, error: { id: code.toUpperCase(), text: message } }),
  },
  envelope: {
    schema: (reply) => z.object({ ok: z.literal(true), data: reply }),
    body: (data) => ({ ok: true, data }),
  },
}

const Kite = z.object({ name: z.string() })

const kites = async (http: Http) => {
  http.get('/kites', { schema: { response: { 200: Kite } } }, async () => ({ name: 'A' }))
  http.get('/plain', async () => ({ name: 'B' }))
  http.get('/leak', { schema: { response: { 200: Kite } } }, async () => {
    const row = { name: 'A', owner: 'B' }
    return row
  })
  http.post('/kites', { schema: { body: Kite } }, async () => null)
  http.get('/gone', async () => {
    throw notFound('It flew away.')
  })
}

const open = () =>
  openHttp((http) => {
    http.register(kites, { prefix: '/new' })
    http.register(
      async (api: Http) => {
        shapeReplies(api, older)
        api.register(kites)
      },
      { prefix: '/old' },
    )
  })

test('an API replies in the envelope of its contract, with or without a schema', async () => {
  await using http = open()
  expect((await http.inject('/old/kites')).json()).toEqual({ ok: true, data: { name: 'A' } })
  expect((await http.inject('/old/plain')).json()).toEqual({ ok: true, data: { name: 'B' } })
  expect((await http.inject('/new/kites')).json()).toEqual({ name: 'A' })
})

test('what is in an envelope is still held against its schema', async () => {
  await using http = open()
  const reply = await http.inject('/old/leak')
  expect([reply.statusCode, reply.body.includes('owner')]).toEqual([500, false])
})

test('the list of routes has the schemas of what is sent', async () => {
  await using http = open()
  await http.ready()
  const route = http.routeList.find(({ url }) => url === '/old/kites')
  const { 200: schema } = Object(route?.schema.response)
  expect(z.toJSONSchema(schema)).toMatchObject({ properties: { ok: { const: true }, data: {} } })
})

test.each([
  ['GET', '/gone', undefined, 404, 'NOT-FOUND'],
  ['GET', '/nowhere', undefined, 404, 'NOT-FOUND'],
  ['PUT', '/kites', undefined, 405, 'METHOD-NOT-ALLOWED'],
  ['POST', '/kites', '{', 400, 'BAD-JSON'],
  ['POST', '/kites', '', 400, 'BAD-JSON'],
  ['POST', '/kites', '{}', 422, 'INVALID'],
  ['POST', '/kites', `"${'x'.repeat(2_000_000)}"`, 413, 'BODY-TOO-LARGE'],
  ['GET', '/%zz', undefined, 400, 'BAD-REQUEST'],
] as const)(
  'an older contract has its errors too: %s %s',
  async (method, path, payload, status, id) => {
    await using http = open()
    const headers = payload === undefined ? {} : { 'content-type': 'application/json' }
    const old = await http.inject({
      method,
      url: `/old${path}`,
      headers,
      ...(payload !== undefined && { payload }),
    })
    expect([old.statusCode, old.headers['content-type']]).toEqual([
      status,
      'application/json; charset=utf-8',
    ])
    expect(Fault.parse(old.json()).error.id).toBe(id)
    const other = await http.inject({
      method,
      url: `/new${path}`,
      headers,
      ...(payload !== undefined && { payload }),
    })
    expect(other.json()).toMatchObject({ status, code: id.toLowerCase() })
  },
)

test('a prefix is a whole part of a path', async () => {
  await using http = open()
  expect((await http.inject('/older')).json()).toMatchObject({ code: 'not-found' })
  expect((await http.inject('/old?a=/new')).json()).toMatchObject({ ok: false })
})

test('bytes that are no request are answered in the shape of the app', async () => {
  await using http = openHttp((scope) => scope.replyShapes.add('', older))
  const { port } = new URL(await http.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(port), '127.0.0.1')
  socket.end('no request at all\r\n\r\n')
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  expect(head).toContain('HTTP/1.1 400 Bad Request')
  expect(JSON.parse(body)).toEqual({
    ok: false,
    error: { id: 'BAD-REQUEST', text: 'The request is not valid HTTP.' },
  })
})
