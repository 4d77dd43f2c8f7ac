import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

import pino from 'pino'
import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import { ProblemReply, unavailable } from './problem.ts'
import type { Http } from './server.ts'

const inside = 'select secret from kites at /srv/app.ts:7'

async function* broken() {
  yield* []
  throw new Error(inside)
}

const failing = (http: Http) => {
  const thrown: Record<string, unknown> = {
    error: new Error(inside),
    driver: Object.assign(new Error(inside), { code: 'ECONNREFUSED', syscall: 'connect' }),
    library: Object.assign(new Error(inside), { statusCode: 422, code: 'ELIBRARY' }),
    text: inside,
    object: { message: inside, statusCode: 400 },
    null: null,
    undefined: undefined,
  }
  for (const [name, each] of Object.entries(thrown)) {
    http.get(`/${name}`, async () => Promise.reject(each))
  }
  http.get('/hook', { onSend: async () => Promise.reject(new Error(inside)) }, async () => ({}))
  http.get('/begun', async (_, reply) => {
    reply.raw.write('a part of ')
    throw new Error(inside)
  })
  http.get('/circle', async () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    return circle
  })
  http.get('/stream', async () => Readable.from(broken()))
  http.post('/kites', { schema: { body: z.object({ name: z.string() }) } }, async () => null)
  http.get('/kites/:id', { schema: { params: z.object({ id: z.string() }) } }, async () => null)
}

test('what is unforeseen or unavailable is logged with its cause, but not to who asks for health', async () => {
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const away = async () => Promise.reject(unavailable('The mail does not answer.'))
  const routes = (http: Http) => void http.get('/kites', away).get('/health/ready', away)
  await using http = openHttp(routes, {}, { log })
  expect((await http.inject('/health/ready')).statusCode).toBe(503)
  expect(lines).toEqual([])
  expect((await http.inject('/kites')).statusCode).toBe(503)
  expect(lines).toEqual([expect.stringContaining('The mail does not answer.')])
})

test.each([
  'error',
  'driver',
  'library',
  'text',
  'object',
  'null',
  'undefined',
  'hook',
  'circle',
  'stream',
])('what is thrown as %s is a 500 that says nothing of it', async (name) => {
  await using http = openHttp(failing, { showErrors: false })
  const reply = await http.inject(`/${name}`)
  expect(reply.statusCode).toBe(500)
  expect(ProblemReply.parse(reply.json()).code).toBe('unforeseen')
  expect(reply.body).not.toMatch(/select secret|app\.ts/)
})

test('what was begun is cut off where it fails', async () => {
  await using http = openHttp(failing, { showErrors: false })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const reply = await fetch(`${address}/begun`)
  await expect(reply.text()).rejects.toThrow('terminated')
})

const json = 'content-type: application/json'

test.each([
  ['POST /kites', `${json}\r\ncontent-length: 0`, '', 400, 'bad-json'],
  ['POST /kites', `${json}\r\ncontent-length: 4`, '{"a"', 400, 'bad-json'],
  ['POST /kites', `${json}\r\ncontent-length: 17`, '{"__proto__": {}}', 400, 'bad-json'],
  ['POST /kites', `${json}\r\ncontent-length: 2`, '{}', 422, 'invalid'],
  ['POST /kites', `${json}\r\ncontent-length: 99999999`, '{}', 413, 'body-too-large'],
  [
    'POST /kites',
    'content-type: text/xml\r\ncontent-length: 4',
    '<a/>',
    415,
    'unsupported-media-type',
  ],
  ['POST /kites', 'content-type: ;\r\ncontent-length: 1', 'a', 415, 'unsupported-media-type'],
  ['GET /nowhere', '', '', 404, 'not-found'],
  ['PATCH /kites', '', '', 405, 'method-not-allowed'],
  ['GET /%zz', '', '', 400, 'bad-request'],
  [`GET /kites/${'7'.repeat(200)}`, '', '', 404, 'not-found'],
  ['GET /kites/1', `x-long: ${'x'.repeat(20_000)}`, '', 431, 'headers-too-large'],
  ['HELLO /kites', '', '', 400, 'bad-request'],
  ['POST /kites', 'content-length: many', '', 400, 'bad-request'],
])('on the wire, %s with %.40s is a problem', async (line, headers, body, status, code) => {
  await using http = openHttp(failing, { showErrors: false })
  const { port } = new URL(await http.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(port), '127.0.0.1')
  const fields = ['host: here', 'connection: close', headers].filter(Boolean).join('\r\n')
  socket.end(`${line} HTTP/1.1\r\n${fields}\r\n\r\n${body}`)
  const answer = await text(socket)
  const [head = '', sent = ''] = answer.split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head.toLowerCase()).toContain('content-type: application/problem+json')
  expect(ProblemReply.parse(JSON.parse(sent))).toMatchObject({ status, code })
})
