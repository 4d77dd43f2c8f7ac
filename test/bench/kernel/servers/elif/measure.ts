import { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

import { createApp } from '#app/app.ts'
import { readConfig } from '#app/config.ts'
import { createPlatform } from '#app/platform.ts'

/**
 * Answers requests inside of the process, without sockets and their noise, and prints the microseconds
 * of the processor that each takes: `node bin/measure.ts REQUESTS ORDER`.
 */
const [count = '20000', order = '{}'] = process.argv.slice(2)
const config = readConfig()
const { http } = createApp(config, createPlatform(config))
await http.ready()

/** Nothing is behind it: what is written is done. All that is asked of a socket here, a stream has. */
const stream = new Duplex({
  read: () => {},
  write: (_chunk, _encoding, done) => done(),
  writev: (_chunks, done) => done(),
})
const socket = Object.assign(stream, { remoteAddress: '127.0.0.1' }) as unknown as Socket

const shared = { host: 'localhost:3000', connection: 'keep-alive' }
const hello = { method: 'GET', url: '/hello', headers: shared, body: undefined }
const orders = {
  method: 'POST',
  url: '/orders',
  headers: {
    ...shared,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(order)),
  },
  body: Buffer.from(order),
}

function answer({ method, url, headers, body }: typeof hello | typeof orders) {
  const request = new IncomingMessage(socket)
  Object.assign(request, { method, url, headers: { ...headers } })
  Object.assign(request, { httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 })
  request.rawHeaders = Object.entries(headers).flat()
  if (body) request.push(body)
  request.complete = true
  request.push(null)
  const reply = new ServerResponse(request)
  reply.assignSocket(socket)
  const { promise, resolve } = Promise.withResolvers<void>()
  // What Node's server does behind an answer.
  reply.on('finish', () => {
    reply.detachSocket(socket)
    reply.emit('close')
    resolve()
  })
  http.routing(request, reply)
  return promise.then(() => {
    if (reply.statusCode !== 200) throw new Error(`${url} was answered with ${reply.statusCode}`)
  })
}

async function microseconds(each: typeof hello | typeof orders, requests: number) {
  const before = process.cpuUsage()
  for (let left = requests; left > 0; left -= 1) await answer(each)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / requests
}

for (const each of [hello, orders]) await microseconds(each, Number(count) / 2)
const figures = {
  hello: await microseconds(hello, Number(count)),
  orders: await microseconds(orders, Number(count)),
}
console.error(JSON.stringify(figures))
process.exit()
