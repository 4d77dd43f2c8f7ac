import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import { oneOrMore } from './one-or-more.ts'
import type { Http } from './server.ts'

const ById = z.object({ id: z.coerce.number().int() })
const Found = z.object({
  limit: z.coerce.number().int().default(20),
  open: z.stringbool().optional(),
  since: z.iso.date().optional(),
  tag: oneOrMore(z.string().min(1)).default([]),
  size: oneOrMore(z.coerce.number()).optional(),
})
const Named = z.object({ name: z.string().trim() })
const Tenant = z.object({ 'x-tenant': z.string().regex(/^\d+$/).transform(Number) })

function kites(http: Http) {
  http.get('/kites/:id', { schema: { params: ById } }, async ({ params }) => params.id + 1)
  http.get('/kites', { schema: { querystring: Found } }, async ({ query }) => query)
  http.get('/tenant', { schema: { headers: Tenant } }, async ({ headers }) => ({
    tenant: headers['x-tenant'],
  }))
  http.post(
    '/kites',
    { schema: { body: Named, response: { 201: Named } } },
    async (request, reply) => reply.code(201).send(request.body),
  )
  http.get('/broken', { schema: { response: { 200: Named } } }, async () => ({
    name: 'A',
    more: 1,
  }))
}

test.each([
  ['', { limit: 20, tag: [] }],
  ['?limit=5&open=false&since=2026-01-31', { limit: 5, open: false, since: '2026-01-31', tag: [] }],
  ['?tag=a', { limit: 20, tag: ['a'] }],
  ['?tag=a&tag=b&size=1&size=2.5', { limit: 20, tag: ['a', 'b'], size: [1, 2.5] }],
])('the query %j is read as %j', async (query, read) => {
  await using http = openHttp(kites)
  expect((await http.inject(`/kites${query}`)).json()).toEqual(read)
})

test.each([
  ['/kites?limit=many', 422],
  ['/kites?limit=1&limit=2', 422],
  ['/kites?tag=', 422],
  ['/kites?open=perhaps', 422],
  ['/kites/seven', 404],
])('GET %s answers %i', async (url, status) => {
  await using http = openHttp(kites)
  expect((await http.inject(url)).statusCode).toBe(status)
})

test('params, headers, body and reply are what their schemas make of them', async () => {
  await using http = openHttp(kites)
  expect((await http.inject('/kites/7')).body).toBe('8')
  const tenant = await http.inject({ url: '/tenant', headers: { 'x-tenant': '12' } })
  expect(tenant.json()).toEqual({ tenant: 12 })
  const none = await http.inject('/tenant')
  expect(none.json()).toMatchObject({ status: 422, errors: [{ in: 'headers', field: 'x-tenant' }] })
  const made = await http.inject({ method: 'POST', url: '/kites', payload: { name: ' A ' } })
  expect([made.statusCode, made.json()]).toEqual([201, { name: 'A' }])
  expect((await http.inject('/broken')).statusCode).toBe(500)
})
