import { get } from 'node:http'

import pino from 'pino'
import { expect, test, vi } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from '../http/server.ts'
import { createScope, type Scope } from './scope.ts'

function open() {
  const closed: string[] = []
  const createLoader = (scope: Scope) => ({
    actor: scope.actor,
    [Symbol.asyncDispose]: async () => void closed.push('loader'),
  })
  const working = Promise.withResolvers<void>()
  const routes = (http: Http) => {
    http.get('/kites', async ({ scope }) => {
      scope.defer(() => void closed.push('first'))
      const loader = scope.once(createLoader)
      return { once: loader === scope.once(createLoader), actor: loader.actor, closed: [...closed] }
    })
    http.get('/broken', async ({ scope }) => {
      scope.defer(() => void closed.push('broken'))
      throw new Error('broken')
    })
    http.get('/slow', async ({ scope }) => {
      scope.defer(() => void closed.push('slow'))
      working.resolve()
      return new Promise(() => {})
    })
    http.get('/stubborn', async ({ scope }) => {
      scope.defer(() => Promise.reject(new Error('does not close')))
      return 'sent'
    })
    http.get('/without', async (request) => ({ scope: request.openScope }))
  }
  const http = openHttp(routes, {}, { identify: () => ({ kind: 'user', id: '7' }) })
  const close = () => http.close()
  return { http, closed, working: working.promise, [Symbol.asyncDispose]: close }
}

test('a scope builds a thing once, knows who asks, and closes all of it when the answer is sent', async () => {
  await using app = open()
  const { http, closed } = app
  const reply = await http.inject('/kites')
  expect(reply.json()).toEqual({ once: true, actor: { kind: 'user', id: '7' }, closed: [] })
  await vi.waitFor(() => expect(closed).toEqual(['loader', 'first']))
})

test('a request that fails closes its scope as well', async () => {
  await using app = open()
  const { http, closed } = app
  expect((await http.inject('/broken')).statusCode).toBe(500)
  await vi.waitFor(() => expect(closed).toEqual(['broken']))
})

test('a caller that hangs up closes the scope of what it has asked for', async () => {
  await using app = open()
  const { http, closed, working } = app
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const asking = get(`${address}/slow`).on('error', () => {})
  await working
  asking.destroy()
  await vi.waitFor(() => expect(closed).toEqual(['slow']))
})

test('what does not close costs a line of the log and not the answer', async () => {
  await using app = open()
  const { http } = app
  expect((await http.inject('/stubborn')).body).toBe('sent')
})

test('a request that does not ask has no scope', async () => {
  await using app = open()
  const { http } = app
  expect((await http.inject('/without')).json()).toEqual({ scope: null })
})

test('a scope of its own ends where the block ends that uses it', async () => {
  const closed: number[] = []
  {
    await using scope = createScope({ log: pino({ level: 'silent' }) })
    scope.defer(() => void closed.push(1))
    scope.defer(() => void closed.push(2))
    expect([scope.actor, closed]).toEqual([{ kind: 'anonymous' }, []])
  }
  expect(closed).toEqual([2, 1])
})

test('what lives longer than a scope cannot use it: it is refused, not given what is closed', async () => {
  await using app = open()
  const createLoader = () => ({ [Symbol.dispose]: () => {} })
  let kept: Scope | undefined
  app.http.get('/kept', async ({ scope }) => {
    kept ??= scope
    kept.once(createLoader)
    return 'used'
  })
  expect((await app.http.inject('/kept')).body).toBe('used')
  await vi.waitFor(() => expect(() => kept?.once(createLoader)).toThrow('This scope has ended'))
  expect(() => kept?.defer(() => {})).toThrow('This scope has ended')
  expect((await app.http.inject('/kept')).statusCode).toBe(500)
})
