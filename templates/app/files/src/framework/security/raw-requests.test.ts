import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { readConfig } from '#app/config.ts'
import { guardedRoutes, openGuarded } from '../../../test/open-guarded.ts'
import { openHttp } from '../../../test/open-http.ts'

type Listening = ReturnType<typeof openHttp>

/** Sends pieces, with a pause between them, and returns all that comes back until the other side hangs up. */
async function talk(http: Listening, pieces: string[], pause = 0) {
  const { port, hostname } = new URL(await http.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes))
  socket.on('error', () => {})
  const closed = once(socket, 'close')
  for (const piece of pieces) {
    if (socket.destroyed) break
    socket.write(piece)
    await after(pause)
  }
  await closed
  return answer
}

const request = (...headers: string[]) =>
  ['POST / HTTP/1.1', 'Connection: close', ...headers, '', ''].join('\r\n')

const json = ['Content-Type: application/json', 'Content-Length: 2']
const statusOf = (answer: string) => Number(answer.split(' ', 2)[1])

test.each([
  ['two hosts', [...json, 'Host: shop.example', 'Host: evil.example']],
  ['two hosts, one in other letters', [...json, 'Host: shop.example', 'HOST: evil.example']],
  ['no host', json],
  ['two credentials', [...json, 'Host: a', 'Authorization: Bearer 1', 'Authorization: Bearer 2']],
  ['two types', [...json, 'Host: a', 'Content-Type: text/plain']],
  ['two lengths', [...json, 'Host: a', 'Content-Length: 3']],
  ['two equal lengths', [...json, 'Host: a', 'Content-Length: 2']],
  ['a length and chunks', [...json, 'Host: a', 'Transfer-Encoding: chunked']],
  [
    'chunks in disguise',
    ['Host: a', 'Content-Type: application/json', 'Transfer-Encoding: xchunked'],
  ],
  ['a space before the colon', [...json, 'Host : a']],
  ['a header that goes on in the next line', [...json, 'Host: a', 'X-Name: b', ' c']],
])('a request with %s is refused', async (_, headers) => {
  await using http = openGuarded()
  const answer = await talk(http, [`${request(...headers)}{}`])
  expect(statusOf(answer)).toBe(400)
  expect(answer).toContain('"code":"bad-request"')
})

test('a request that says everything once is taken', async () => {
  await using http = openGuarded()
  const answer = await talk(http, [`${request('Host: shop.example', ...json)}{}`])
  expect(statusOf(answer)).toBe(200)
})

const DATABASE_URL = 'postgres://nobody@localhost/none'
const { http: usual, security } = readConfig({ NODE_ENV: 'test', DATABASE_URL })

const openImpatient = () =>
  openHttp(guardedRoutes, {
    ...usual,
    security,
    headersTimeout: 200,
    requestTimeout: 400,
  })

test('who sends headers drop by drop is not waited for', async () => {
  await using http = openImpatient()
  const drops = Array.from({ length: 40 }, (_, index) => `X-Drop-${index}: a\r\n`)
  const answer = await talk(http, ['POST / HTTP/1.1\r\nHost: a\r\n', ...drops], 50)
  expect(statusOf(answer)).toBe(408)
})

test('who sends a body drop by drop is not waited for', async () => {
  await using http = openImpatient()
  const headers = request('Host: a', 'Content-Type: application/json', 'Content-Length: 40')
  const answer = await talk(http, [headers, '"', ...'x'.repeat(38)], 50)
  expect(statusOf(answer)).toBe(408)
})

test('no request is waited for longer than half a minute, its headers half of that', () => {
  expect([usual.requestTimeout, usual.headersTimeout]).toEqual([30_000, 15_000])
})

test('a flood of headers is cut off', async () => {
  await using http = openGuarded()
  const headers = Array.from({ length: 2000 }, (_, index) => `X-Header-${index}: ${index}`)
  expect(statusOf(await talk(http, [request('Host: a', ...headers)]))).toBe(431)
})
