import { once } from 'node:events'
import {
  createServer,
  request as connectTo,
  type IncomingMessage,
  type RequestOptions,
  type ServerResponse,
} from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

import { expect, onTestFinished, test } from 'vitest'

import { devFault } from '../../src/dev/dev-fault.ts'
import { createFrontDoor } from '../../src/dev/front-door.ts'
import { createTarget } from '../../src/dev/target.ts'
import { elifError } from '../../src/errors/elif-error.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const fault = devFault(elifError('dev-boot', { message: 'no' }), () => undefined)

test('passes method, path, headers in their spelling, and both bodies', async () => {
  const { ask } = await openDoor(async (incoming, response) => {
    const { method, url, rawHeaders } = incoming
    const own = rawHeaders.filter((each) => /^(x-|one|two|three)/i.test(each))
    response.writeHead(
      201,
      'Made',
      [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ].flat(),
    )
    response.end(JSON.stringify({ method, url, own, body: await text(incoming) }))
  })
  const reply = await ask(
    { method: 'PUT', path: '/a%20b?c=d&c=e', headers: { 'X-Some': ['one', 'two'], Te: 'three' } },
    'the body',
  )
  expect(reply.statusMessage).toBe('Made')
  expect(reply.headers['set-cookie']).toEqual(['a=1', 'b=2'])
  expect(JSON.parse(reply.body)).toEqual({
    method: 'PUT',
    url: '/a%20b?c=d&c=e',
    own: 'X-Some one X-Some two three x-forwarded-for x-forwarded-proto x-forwarded-host'.split(
      ' ',
    ),
    body: 'the body',
  })
})

test('a POST without a body stays without one', async () => {
  const { ask } = await openDoor((incoming, response) => {
    const { 'content-length': length, 'transfer-encoding': coding } = incoming.headers
    response.end(JSON.stringify({ length, coding }))
  })
  const bare = await ask({ method: 'POST', headers: { 'content-length': 0 } })
  expect(JSON.parse(bare.body)).toEqual({ length: '0' })
  const get = await ask({ method: 'GET' })
  expect(JSON.parse(get.body)).toEqual({})
})

test('streams an answer as it comes', async () => {
  const finishing = Promise.withResolvers<void>()
  const { url } = await openDoor((_, response) => {
    response.write('data: first\n\n')
    void finishing.promise.then(() => response.end('data: last\n\n'))
  })
  const reply = await fetch(url)
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('data: first\n\n')
  finishing.resolve()
  expect((await reader?.read())?.value).toBe('data: last\n\n')
})

test('streams a request as it comes, and reads none of it while it waits', async () => {
  const { door, port, serve } = await openDoor()
  const client = connectTo({ port, method: 'POST', headers: { 'transfer-encoding': 'chunked' } })
  const chunk = Buffer.alloc(65_536)
  let sent = 0
  while (client.write(chunk) || sent < 40) sent += 1
  door.release()
  serve(async (incoming, response) => {
    let size = 0
    for await (const part of incoming) size += part.length
    response.end(String(size))
  })
  client.end()
  const [reply] = (await once(client, 'response')) as [IncomingMessage]
  expect(await text(reply)).toBe(String((sent + 1) * chunk.length))
})

test('says to go on only when the app does', async () => {
  const { door, port, serve } = await openDoor()
  const client = connectTo({ port, method: 'POST', headers: { expect: '100-continue' } })
  let went = false
  client.once('continue', () => {
    went = true
    client.end('now')
  })
  client.flushHeaders()
  door.hold()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(went).toBe(false)
  serve(async (incoming, response) => response.end(await text(incoming)))
  const [reply] = (await once(client, 'response')) as [IncomingMessage]
  expect(await text(reply)).toBe('now')
})

test('a client that leaves is told to the app', async () => {
  const left = Promise.withResolvers<void>()
  const { port } = await openDoor((_, response) => {
    response.write('some')
    response.once('close', left.resolve)
  })
  const client = connectTo({ port })
  client.once('response', () => client.destroy())
  client.once('error', () => {})
  client.end()
  await expect(left.promise).resolves.toBe(undefined)
})

test('an app that breaks off an answer breaks it off for the client', async () => {
  const { ask } = await openDoor((_, response) => {
    response.writeHead(200, { 'content-length': 10 })
    response.write('half')
    setTimeout(() => response.destroy(), 20)
  })
  await expect(ask({})).rejects.toThrow('aborted')
})

test('joins a WebSocket to the app in both directions', async () => {
  const app = createServer()
  app.on('upgrade', (incoming, socket) => {
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${incoming.headers.upgrade}\r\n`)
    socket.write('Connection: Upgrade\r\n\r\n')
    socket.on('data', (data) => socket.write(`echo ${String(data)}`))
  })
  const { port } = await openDoor(app)
  const client = connect(port, '127.0.0.1')
  onTestFinished(() => void client.destroy())
  client.write('GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  expect(String((await once(client, 'data'))[0])).toContain('101 Switching Protocols')
  client.write('one')
  expect(String((await once(client, 'data'))[0])).toBe('echo one')
})

test('holds requests until the new app answers, on one connection too', async () => {
  const { door, ask, serve } = await openDoor((_, response) => response.end('old'))
  expect((await ask({})).body).toBe('old')
  door.hold()
  const waiting = ask({})
  await new Promise((resolve) => setTimeout(resolve, 30))
  serve((_, response) => response.end('new'))
  expect((await waiting).body).toBe('new')
})

test('waits no longer than its cap, and says that the answer is old only after a fault', async () => {
  const { door, ask } = await openDoor((_, response) => response.end('old'), { wait: 30 })
  door.hold()
  const late = await ask({})
  expect([late.body, late.headers['x-elif-stale']]).toEqual(['old', undefined])
  door.fail(fault)
  const stale = await ask({})
  expect([stale.body, stale.headers['x-elif-stale']]).toEqual(['old', '1'])
})

test('says that the app is still starting when the cap passes before the first one', async () => {
  const { ask } = await openDoor(undefined, { wait: 20 })
  const reply = await ask({})
  expect(reply.statusCode).toBe(503)
  expect(JSON.parse(reply.body)).toMatchObject({ code: 'dev-boot-slow' })
})

test('sends a request without a body again when a kept connection closes under it', async () => {
  let asked = 0
  const { ask } = await openDoor((incoming, response) => {
    asked += 1
    if (asked === 2) return incoming.socket.destroy()
    response.end('fine')
  })
  await ask({})
  expect((await ask({})).body).toBe('fine')
  expect(asked).toBe(3)
})

test('answers 502 when the app breaks a connection before it answers', async () => {
  const { ask } = await openDoor((incoming) => void incoming.socket.destroy())
  const reply = await ask({ method: 'POST' }, 'once only')
  expect(reply.statusCode).toBe(502)
  expect(JSON.parse(reply.body)).toMatchObject({ code: 'dev-app-unreachable', status: 502 })
})

test('closing lets an answer finish and takes no new connection', async () => {
  const asked = Promise.withResolvers<ServerResponse>()
  const { door, ask } = await openDoor((_, response) => asked.resolve(response))
  const answer = ask({})
  const response = await asked.promise
  const closed = door.close(60_000)
  response.end('finished')
  expect((await answer).body).toBe('finished')
  await closed
  await expect(ask({})).rejects.toThrow(/ECONNREFUSED|hang up/)
})

test('refuses a port that is taken when it was asked for, else takes the next', async () => {
  const { port } = await openDoor()
  const asked = createFrontDoor()
  await expect(asked.listen({ port, host: '127.0.0.1', orNext: false })).rejects.toMatchObject({
    code: 'dev-port-taken',
    message: `Port ${port} on 127.0.0.1 is used by another program.`,
  })
  const proposed = createFrontDoor()
  expect(await proposed.listen({ port, host: '127.0.0.1', orNext: true })).toBeGreaterThan(port)
  await proposed.close(0)
})

/** A front door on a free port, before an app when one is given. */
async function openDoor(app?: Handler | ReturnType<typeof createServer>, options = {}) {
  const door = createFrontDoor(options)
  const port = await door.listen({ port: 0, host: '127.0.0.1', orNext: false })
  onTestFinished(() => door.close(0))

  function serve(next: Handler | ReturnType<typeof createServer>) {
    const server = typeof next === 'function' ? createServer(next) : next
    server.on('checkContinue', (incoming, response) => {
      response.writeContinue()
      server.emit('request', incoming, response)
    })
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      door.serve(createTarget(typeof address === 'object' && address ? address.port : 0))
    })
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
  }
  if (app) serve(app)

  async function ask(asked: RequestOptions, body?: string) {
    const client = connectTo({ port, ...asked })
    client.end(body)
    const [reply] = (await once(client, 'response')) as [IncomingMessage]
    const { statusCode, statusMessage, headers } = reply
    return { statusCode, statusMessage, headers, body: await text(reply) }
  }
  return { door, port, url: `http://127.0.0.1:${port}`, ask, serve }
}
