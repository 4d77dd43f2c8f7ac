import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import { orderAmong, searchText } from './list-options.ts'
import { listQuery } from './page.ts'
import { selectFields } from './select-fields.ts'

const order = orderAmong({ name: 'full_name', newest: 'created_at' }, '-newest')
const KiteReply = z.object({ id: z.string(), name: z.string(), span: z.number() })
const fields = selectFields(KiteReply)
const Query = listQuery(z.string(), {
  order,
  search: searchText(),
  state: z.enum(['flying', 'torn']).optional(),
  fields: fields.query,
})

function open() {
  return openHttp((http) => {
    http.get(
      '/kites',
      { schema: { querystring: Query, response: { 200: z.object({ asked: z.unknown() }) } } },
      async ({ query }) => ({ asked: query }),
    )
    http.get(
      '/kites/:id',
      {
        schema: {
          querystring: z.object({ fields: fields.query }),
          response: { 200: fields.reply },
        },
      },
      async ({ query }) => fields.pick({ id: '7', name: 'Kite', span: 2 }, query.fields),
    )
  })
}

test.each([
  ['', { column: 'created_at', direction: 'desc' }],
  ['?order=name', { column: 'full_name', direction: 'asc' }],
  ['?order=-name', { column: 'full_name', direction: 'desc' }],
])('a list is asked for in an order that is allowed: %j', async (query, wanted) => {
  await using http = open()
  expect((await http.inject(`/kites${query}`)).json().asked.order).toEqual(wanted)
})

test('filters and searches are read with the rest of the query', async () => {
  await using http = open()
  const reply = await http.inject('/kites?state=torn&search=%20red%20&limit=5')
  expect(reply.json().asked).toMatchObject({ state: 'torn', search: 'red', limit: 5 })
})

test.each([
  ['?order=full_name', 'order'],
  ['?order=password', 'order'],
  ['?state=gone', 'state'],
  ['?search=', 'search'],
  ['?colour=red', 'colour'],
  ['?fields=id,password', 'fields'],
])('what is not allowed is refused, naming the field: %s', async (query, field) => {
  await using http = open()
  const reply = await http.inject(`/kites${query}`)
  expect([reply.statusCode, reply.json().errors[0].field]).toEqual([422, field])
})

test('a page and a cursor are not asked for at once, whatever else is', async () => {
  await using http = open()
  const cursor = Buffer.from('["a","00000000-0000-7000-8000-000000000001"]').toString('base64url')
  expect((await http.inject(`/kites?page=1&cursor=${cursor}`)).statusCode).toBe(422)
  expect((await http.inject(`/kites?order=name&cursor=${cursor}`)).statusCode).toBe(200)
})

test.each([
  ['', { id: '7', name: 'Kite', span: 2 }],
  ['?fields=name', { name: 'Kite' }],
  ['?fields=span,%20id', { id: '7', span: 2 }],
])('a caller gets the fields it names: %j', async (query, wanted) => {
  await using http = open()
  expect((await http.inject(`/kites/7${query}`)).json()).toEqual(wanted)
})
