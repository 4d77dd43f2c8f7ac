import { once } from 'node:events'
import { Readable } from 'node:stream'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { readConfig } from '#app/config.ts'
import type { Http } from '#app/framework/http/server.ts'
import { leastEnvironment } from '../../../test/least-environment.ts'
import { get, last, openSockets, post } from '../../../test/raw-socket.ts'

const { http: usual } = readConfig({ ...leastEnvironment, NODE_ENV: 'production' })

/** Half a second instead of half a minute. */
const hasty = { headersTimeout: 200, requestTimeout: 400, idleTimeout: 300 }

test('no request is waited for longer than half a minute, its headers half of that', () => {
  expect([usual.requestTimeout, usual.headersTimeout]).toEqual([30_000, 15_000])
})

test('no answer waits longer than two minutes for who does not read it', () => {
  expect(usual.idleTimeout).toBe(120_000)
})

test.each([
  ['headers', ['POST / HTTP/1.1\r\nHost: a\r\n', ...'X-Drop: a\r\n'.repeat(5)]],
  ['a body', [post('Content-Length: 40'), '"', ...'x'.repeat(38)]],
  ['chunks', [post('Transfer-Encoding: chunked'), ...Array<string>(40).fill('1\r\n1\r\n')]],
  [
    'the rest of a chunk that is huge',
    [`${post('Transfer-Encoding: chunked')}fffffffff\r\n`, ...'1'.repeat(39)],
  ],
  [
    'what a 100-continue has asked for',
    [post('Expect: 100-continue', 'Content-Length: 40'), ...'1'.repeat(39)],
  ],
])('who sends %s drop by drop is not waited for', async (_, pieces) => {
  await using app = await openSockets(hasty)
  const { statuses } = await app.talk(pieces, 50)
  expect(statuses.filter((status) => status !== 100)).toEqual([408])
  await app.expectAlive()
})

test.each([
  ['nothing', []],
  ['half a line', ['GET / HT']],
  ['an empty line now and then', Array<string>(20).fill('\r\n')],
])('who sends %s is not waited for', async (_, pieces) => {
  await using app = await openSockets(hasty)
  const { statuses } = await app.talk(pieces, 50)
  expect(statuses.filter((status) => status !== 408)).toEqual([])
  await app.expectAlive()
})

/** More than what the buffers of both sides take. */
const long = 'x'.repeat(20_000_000)

test('who asks and does not read is hung up on', async () => {
  await using app = await openSockets(hasty, (http: Http) => {
    http.get('/long', async () => long)
    http.get('/', async () => JSON.stringify('home'))
  })
  const socket = app.connect().pause()
  const closed = once(socket, 'close')
  socket.write(get('/long'))
  await after(1000)
  socket.resume()
  await closed
  expect(socket.bytesRead).toBeLessThan(long.length)
  await app.expectAlive()
})

test.each([
  ['a word', 'GE'],
  ['a header', 'GET / HTTP/1.1\r\nHost: a\r\nX-Na'],
  ['a body', `${post('Content-Length: 40')}{"a":`],
  ['a chunk', `${post('Transfer-Encoding: chunked')}ff\r\n{"a"`],
  ['fifty answers', get('/').repeat(50)],
])('who hangs up in the middle of %s leaves nothing behind', async (_, half) => {
  await using app = await openSockets()
  const socket = app.connect()
  await once(socket, 'connect')
  socket.write(half)
  await after(10)
  socket.resetAndDestroy()
  expect((await app.talk(last)).statuses).toEqual([200])
})

test('requests that come in one go are answered one after the other', async () => {
  await using app = await openSockets()
  const { statuses } = await app.talk(`${get('/').repeat(100)}${last}`)
  expect(statuses).toEqual(Array(101).fill(200))
})

test('an answer that is under way is not mixed with that to what comes behind it', async () => {
  await using app = await openSockets({}, (http: Http) => {
    http.get('/parts', async (_, reply) => reply.type('text/plain').send(Readable.from(parts())))
  })
  const { statuses, text } = await app.talk([get('/parts'), 'BAD\r\n\r\n'], 100)
  expect(statuses).toEqual([200])
  expect(text).not.toContain('bad-request')
})

async function* parts() {
  for (const part of ['one', 'two', 'three', 'four', 'five']) {
    yield part
    await after(50)
  }
}

test('what comes behind a request that is refused is not answered', async () => {
  await using app = await openSockets()
  const { statuses } = await app.talk(`${get('/')}BAD\r\n\r\n${get('/')}${last}`)
  expect(statuses.at(-1)).toBe(400)
  expect(statuses.length).toBeLessThanOrEqual(2)
  await app.expectAlive()
})

test.each([
  ['goes on when it is told to', ['Expect: 100-continue'], [100, 200, 200]],
  ['expects something else', ['Expect: 200-ok'], [417]],
])('a caller that %s', async (_, headers, statuses) => {
  await using app = await openSockets()
  const talk = await app.talk(`${post(...headers, 'Content-Length: 2', 'Connection: close')}{}`)
  expect(talk.statuses).toEqual(statuses.slice(0, talk.statuses.length))
})

test.each(['websocket', 'h2c', 'TLS/1.0'])(
  'nobody gets another protocol by asking: %s',
  async (protocol) => {
    await using app = await openSockets()
    const upgrade = get(
      '/',
      `Upgrade: ${protocol}`,
      'Connection: Upgrade, close',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    )
    const { statuses } = await app.talk(`${upgrade}${get('/')}`)
    expect(statuses).toEqual([200])
    await app.expectAlive()
  },
)
