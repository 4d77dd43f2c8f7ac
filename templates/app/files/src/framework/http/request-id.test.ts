import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const routes = (http: Http) => void http.get('/kites', async ({ id }) => ({ id }))

test('no two requests have the same id, and each is told its own', async () => {
  await using http = openHttp(routes)
  const replies = await Promise.all(Array.from({ length: 600 }, () => http.inject('/kites')))
  const ids = replies.map((reply) => reply.json().id)
  expect(replies.map(({ headers }) => headers['x-request-id'])).toEqual(ids)
  expect(new Set(ids).size).toBe(600)
  expect(ids.filter((id) => !/^[\w-]{20}$/.test(id))).toEqual([])
})

test.each([
  ['req-7:a.b_C', true],
  ['x'.repeat(128), true],
  ['', false],
  ['x'.repeat(129), false],
  ['a b', false],
  ['<script>', false],
])('the id %j that a proxy gave counts where it looks like one', async (given, counts) => {
  await using http = openHttp(routes)
  const reply = await http.inject({ url: '/kites', headers: { 'x-request-id': given } })
  expect(reply.headers['x-request-id'] === given).toBe(counts)
})
