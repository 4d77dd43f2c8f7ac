import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'

import type { Http } from '../../../templates/app/files/src/framework/http/server.ts'
import { openHttp } from './open-http.ts'

function open(drainTimeout: number) {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const app = openHttp(
    (http: Http) => {
      http.get('/quick', async () => 'quick')
      http.get('/slow', async () => {
        started.resolve()
        await finish.promise
        return 'slow'
      })
    },
    { drainTimeout },
  )
  return { ...app, started: started.promise, finish: finish.resolve }
}

function ask(address: string) {
  const { promise, resolve, reject } = Promise.withResolvers<[number | undefined, string]>()
  get(address, (reply) => {
    text(reply).then((body) => resolve([reply.statusCode, body]), reject)
  }).on('error', reject)
  return promise
}

test('goes from starting to ready to draining to stopped', async () => {
  const app = open(1000)
  const states: string[] = [app.lifecycle.state]
  app.lifecycle.watch((state) => states.push(state))
  await app.http.listen({ port: 0 })
  await app.http.close()
  expect(states).toEqual(['starting', 'ready', 'draining', 'stopped'])
})

test('closing lets a request under way finish', async () => {
  const app = open(5000)
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const slow = ask(`${address}/slow`)
  await app.started
  const closing = app.http.close()
  await after(20)
  await expect(ask(`${address}/quick`)).rejects.toThrow('ECONNREFUSED')
  app.finish()
  expect(await slow).toEqual([200, 'slow'])
  await closing
})

test('refuses a request that comes on an open connection while closing', async () => {
  await using app = open(1000)
  await app.http.ready()
  app.lifecycle.become('draining')
  const refused = await app.http.inject({ method: 'GET', url: '/quick' })
  expect(refused.headers['retry-after']).toBe('1')
  expect(refused.json()).toMatchObject({ status: 503, detail: 'The server is shutting down.' })
})

test('hangs up on a request that outlives the timeout', async () => {
  const app = open(50)
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const slow = ask(`${address}/slow`)
  await app.started
  await Promise.all([expect(slow).rejects.toThrow('socket hang up'), app.http.close()])
})
