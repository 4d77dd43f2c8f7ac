import { expect, test } from 'vitest'
import { z } from 'zod'

import type { Http } from '../../../templates/app/files/src/framework/http/server.ts'
import { openHttp } from './open-http.ts'

const Kite = z.object({ name: z.string() })

function kites(http: Http) {
  http.get('/broken', { schema: { response: { 200: z.object({ id: z.uuid() }) } } }, async () => ({
    id: '7',
  }))
  http.get('/leaking', { schema: { response: { 200: Kite } } }, async () => {
    const row = { name: 'A', owner: 'B' }
    return row
  })
  const query = { type: 'object', properties: { limit: { type: 'integer' } } }
  http.get('/plugin', { schema: { querystring: query } }, (request, reply) =>
    reply.send(request.query),
  )
}

test('a reply that breaks its own schema is our fault, not the caller’s', async () => {
  await using app = openHttp(kites)
  const reply = await app.http.inject({ method: 'GET', url: '/broken' })
  expect(reply.json()).toMatchObject({
    status: 500,
    code: 'unforeseen',
    detail: 'Error: The reply of GET /broken breaks its own schema: ✖ Invalid UUID\n  → at id',
  })
})

test('a reply that holds more than its schema fails before it leaks', async () => {
  await using app = openHttp(kites)
  const reply = await app.http.inject({ method: 'GET', url: '/leaking' })
  expect(reply.statusCode).toBe(500)
  expect(reply.body).not.toContain('"owner"')
})

test('production sends replies as they are', async () => {
  await using app = openHttp(kites, { checkReplies: false })
  expect((await app.http.inject({ method: 'GET', url: '/broken' })).json()).toEqual({ id: '7' })
})

test('a plugin with plain JSON Schema keeps Fastify’s own validation', async () => {
  await using app = openHttp(kites)
  const right = await app.http.inject({ method: 'GET', url: '/plugin?limit=5' })
  expect(right.json()).toEqual({ limit: 5 })
  const wrong = await app.http.inject({ method: 'GET', url: '/plugin?limit=many' })
  expect(wrong.json()).toMatchObject({ status: 400, detail: 'querystring/limit must be integer' })
})
