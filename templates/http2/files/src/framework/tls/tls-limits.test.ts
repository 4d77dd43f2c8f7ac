import { once } from 'node:events'
import { connect } from 'node:tls'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { openFrames, openingStream, resettingStream } from '../../../test/http2-frames.ts'
import { ask, openTls } from '../../../test/open-tls.ts'
import type { Http } from '../http/server.ts'

function routes(http: Http) {
  http.get('/', async () => ({ is: 'here' }))
  http.post('/', async ({ body }) => ({ body }))
  http.get('/waits', () => new Promise(() => {}))
}

test('a connection is told how much it may ask at once', async () => {
  await using server = await openTls(routes)
  const session = server.connect()
  const [told] = await once(session, 'remoteSettings')
  session.close()
  expect(told).toMatchObject({ maxConcurrentStreams: 100, enablePush: false })
})

test('who opens streams only to reset them is hung up on soon', async () => {
  let taken = 0
  await using server = await openTls((http) => {
    http.addHook('onRequest', async () => void (taken += 1))
    routes(http)
  })
  const { socket, isRefused } = await openFrames(server.url, server.ca)
  for (let stream = 1; stream < 4000 && !isRefused() && !socket.destroyed; stream += 2) {
    socket.write(Buffer.concat([openingStream(stream), resettingStream(stream)]))
    if (stream % 50 === 1) await after(1)
  }
  await expect.poll(isRefused).toBe(true)
  expect(taken).toBeLessThan(1000)
})

test('a flood of headers is not read to its end', async () => {
  await using server = await openTls(routes)
  const session = server.connect()
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-${index}`, 'a']))
  const flood = await ask(session, { ':path': '/', ...many })
  expect([flood.headers[':status'], flood.reset]).toEqual([undefined, 11])
  expect((await ask(session, { ':path': '/' })).headers[':status']).toBe(200)
  session.close()
})

const impatient = {
  requestTimeout: 200,
  headersTimeout: 100,
  keepAliveTimeout: 100,
  idleTimeout: 100,
}

test('who sends a body drop by drop is not waited for', async () => {
  await using server = await openTls(routes, impatient)
  const session = server.connect()
  const headers = { ':path': '/', ':method': 'POST', 'content-type': 'application/json' }
  const answer = await ask(session, headers, { body: '"', ends: false })
  expect(answer.headers[':status']).toBe(408)
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'request-timeout' })
  session.close()
})

test('a body that nobody reads does not keep its stream open', async () => {
  await using server = await openTls(routes, impatient)
  const session = server.connect()
  const answer = await ask(session, { ':path': '/waits' }, { body: 'a', ends: false })
  expect([answer.headers[':status'], answer.reset]).toEqual([undefined, 8])
  session.close()
})

test('a connection that asks for nothing is closed', async () => {
  await using server = await openTls(routes, impatient)
  const session = server.connect()
  await once(session, 'close')
  expect(session.destroyed).toBe(true)
})

test('a connection whose streams stand still is cut off', async () => {
  await using server = await openTls(routes, impatient)
  const session = server.connect()
  const answer = await ask(session, { ':path': '/waits' })
  expect(answer.headers[':status']).toBeUndefined()
  expect(session.destroyed).toBe(true)
})

test('so is one of HTTP/1.1', async () => {
  await using server = await openTls(routes, impatient)
  expect(await talk(server.url, server.ca, ['GET /waits HTTP/1.1\r\nHost: a\r\n\r\n'])).toBe('')
})

/** What comes back over HTTP/1.1 until the server hangs up. */
async function talk(url: string, ca: string, pieces: string[], pause = 0) {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), ca })
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes))
  socket.on('error', () => {})
  const closed = once(socket, 'close')
  await once(socket, 'secureConnect')
  for (const piece of pieces) {
    if (socket.destroyed) break
    socket.write(piece)
    await after(pause)
  }
  await closed
  return answer
}

test('what is no HTTP/1.1 is answered by a problem, inside of TLS', async () => {
  await using server = await openTls(routes)
  const answer = await talk(server.url, server.ca, ['BREW / HTTP/1.1\r\nHost: a\r\n\r\n'])
  expect(answer).toContain('HTTP/1.1 400 Bad Request')
  expect(answer).toContain('"code":"bad-request"')
})

test('who sends the headers of HTTP/1.1 drop by drop is not waited for either', async () => {
  await using server = await openTls(routes, impatient)
  const drops = Array.from({ length: 40 }, (_, index) => `X-Drop-${index}: a\r\n`)
  const answer = await talk(server.url, server.ca, ['GET / HTTP/1.1\r\nHost: a\r\n', ...drops], 50)
  expect(answer).toContain('HTTP/1.1 408 Request Timeout')
})
