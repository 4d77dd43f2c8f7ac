import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

function kites(http: Http) {
  http.get('/kites', async () => [])
  http.get('/kites.csv', { config: { produces: ['text/csv'] } }, async (_, reply) =>
    reply.type('text/csv').send('name\n'),
  )
}

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

test.each([
  ['/kites', undefined, 200],
  ['/kites', '*/*', 200],
  ['/kites', 'application/json', 200],
  ['/kites', 'Application/JSON; charset=utf-8', 200],
  ['/kites', 'application/*', 200],
  ['/kites', browser, 200],
  ['/kites', 'text/html', 406],
  ['/kites', 'text/html, application/json;q=0', 406],
  ['/kites', '*/*, application/json;q=0', 406],
  ['/kites', 'application/json;q=nonsense', 406],
  ['/kites.csv', 'text/csv', 200],
  ['/kites.csv', 'text/*', 200],
  ['/kites.csv', 'application/json', 406],
])('%s to a caller that takes %s answers %i', async (url, accept, status) => {
  await using http = openHttp(kites)
  const reply = await http.inject({ url, headers: accept === undefined ? {} : { accept } })
  expect(reply.statusCode).toBe(status)
})

test('a refusal says what there is', async () => {
  await using http = openHttp(kites)
  const reply = await http.inject({ url: '/kites.csv', headers: { accept: 'text/plain' } })
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(reply.json()).toMatchObject({
    code: 'not-acceptable',
    detail: 'This is answered with text/csv only.',
  })
})
