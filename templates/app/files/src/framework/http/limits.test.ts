import { setTimeout as after } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

function kites(http: Http) {
  http.get('/kites', async (request) => request.query)
  http.post('/kites', async () => 'made')
  http.post('/letters', { bodyLimit: 10 }, async () => 'sent')
}

test('a query may be long, but not longer than any route asks for', async () => {
  await using http = openHttp(kites)
  expect((await http.inject(`/kites?name=${'x'.repeat(8000)}`)).statusCode).toBe(200)
  const long = await http.inject(`/kites?name=${'x'.repeat(9000)}`)
  expect(long.json()).toMatchObject({ status: 414, code: 'query-too-long' })
})

test('a query may have many parameters, but not more than any route asks for', async () => {
  await using http = openHttp(kites)
  expect((await http.inject(`/kites?${'a=1&'.repeat(99)}b=2`)).statusCode).toBe(200)
  const many = await http.inject(`/kites?${'a=1&'.repeat(100)}b=2`)
  expect(many.json()).toMatchObject({
    status: 400,
    detail: 'The query of the request has more than 100 parameters.',
  })
})

test('a body is refused above the limit of the app, or of its route', async () => {
  await using http = openHttp(kites, { bodyLimit: 100 })
  const post = (url: string, length: number) =>
    http.inject({ method: 'POST', url, payload: { text: 'x'.repeat(length) } })
  expect((await post('/kites', 50)).statusCode).toBe(200)
  expect((await post('/kites', 200)).json()).toMatchObject({ status: 413, code: 'body-too-large' })
  expect((await post('/letters', 50)).json()).toMatchObject({ status: 413, code: 'body-too-large' })
})

test('a route that takes longer than it may is given up, and its work with it', async () => {
  const ended = Promise.withResolvers<unknown>()
  await using http = openHttp((scope) => {
    scope.get('/slow', { handlerTimeout: 20 }, async ({ signal }) => {
      await after(10_000, undefined, { signal }).catch(ended.resolve)
      return 'late'
    })
    scope.get('/quick', { handlerTimeout: 5000 }, async () => 'in time')
  })
  const slow = await http.inject('/slow')
  expect(slow.json()).toMatchObject({ status: 503, code: 'too-slow' })
  expect(await ended.promise).toMatchObject({ name: 'AbortError' })
  expect((await http.inject('/quick')).statusCode).toBe(200)
})
