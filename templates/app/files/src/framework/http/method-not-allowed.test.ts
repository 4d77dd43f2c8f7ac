import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const answer = async () => 'answer'

function kites(http: Http) {
  const group = async (scope: Http) => {
    scope.get('/', answer)
    scope.post('/', answer)
    scope.patch('/:id', answer)
  }
  http.register(group, { prefix: '/kites' })
  http.get('/boats', answer)
  http.get('/pages/:page?', answer)
  http.put('/files/*', answer)
}

test.each([
  ['/kites', 'GET, HEAD, OPTIONS, POST'],
  ['/kites/', 'GET, HEAD, OPTIONS, POST'],
  ['/kites/7', 'OPTIONS, PATCH'],
  ['/boats', 'GET, HEAD, OPTIONS'],
  ['/pages', 'GET, HEAD, OPTIONS'],
  ['/pages/2', 'GET, HEAD, OPTIONS'],
  ['/files/a/b', 'OPTIONS, PUT'],
])('%s takes %s', async (url, allow) => {
  await using http = openHttp(kites)
  const options = await http.inject({ method: 'OPTIONS', url })
  expect([options.statusCode, options.headers['allow']]).toEqual([204, allow])
  const other = await http.inject({ method: 'DELETE', url })
  expect([other.statusCode, other.headers['allow']]).toEqual([405, allow])
})

test.each(['/', '/boats/', '/kites/7/parts', '/nowhere', '/kites//'])(
  'there is nothing at %s, whatever is sent to it',
  async (url) => {
    await using http = openHttp(kites)
    for (const method of ['GET', 'DELETE', 'OPTIONS'] as const) {
      expect((await http.inject({ method, url })).statusCode).toBe(404)
    }
  },
)
