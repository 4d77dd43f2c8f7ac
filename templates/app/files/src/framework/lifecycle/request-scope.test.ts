import { once } from 'node:events'
import { get, type Server } from 'node:http'
import { connect, createServer } from 'node:http2'

import pino from 'pino'
import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http, HttpNeeds } from '../http/server.ts'
import type { Scope } from './scope.ts'

/** A server whose handler asks for its scope when the caller has hung up. */
function openLate(use: (scope: Scope) => unknown, given: Partial<HttpNeeds> = {}) {
  const asked = Promise.withResolvers<void>()
  const went = Promise.withResolvers<void>()
  const routes = (http: Http) => {
    http.get('/kites', async (request, reply) => {
      asked.resolve()
      await once(reply.raw, 'close')
      setImmediate(went.resolve)
      return use(request.scope)
    })
  }
  const http = openHttp(routes, {}, given)
  return Object.assign(http, { asked: asked.promise, went: went.promise })
}

test('a handler that goes on after its caller has hung up is no fault in the log', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  await using http = openLate((scope) => scope.once(() => 'too late'), { log })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const asking = get(`${address}/kites`).on('error', () => {})
  await http.asked
  asking.destroy()
  await http.went
  const ofRequest = lines.map((line) => JSON.parse(line)).filter(({ requestId }) => requestId)
  expect(ofRequest).toMatchObject([{ level: 30, msg: 'the caller has hung up' }])
})

test('the scope of a stream of HTTP/2 that was given up has ended as well', async () => {
  // To those who do not ask for more, its requests and answers are those of HTTP/1.1.
  const serverFactory = (answer: unknown) => createServer(answer as never) as unknown as Server
  const scopes: Scope[] = []
  await using http = openLate((scope) => scopes.push(scope), {
    transport: { serverFactory, https: true },
  })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const session = connect(address.replace('https', 'http'))
  const stream = session.request({ ':path': '/kites' }).on('error', () => {})
  await http.asked
  stream.close()
  await http.went
  expect(() => scopes[0]?.once(() => 'too late')).toThrow('This scope has ended')
  session.close()
})
