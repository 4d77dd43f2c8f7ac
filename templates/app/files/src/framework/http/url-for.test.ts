import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const answer = async () => 'answer'

function named(http: Http) {
  const routes = {
    kite: '/kites/:id',
    page: '/pages/:page?',
    day: '/days/:day(\\d+)-:month',
    file: '/files/*',
  }
  for (const [name, url] of Object.entries(routes)) http.get(url, { config: { name } }, answer)
}

test.each([
  ['kite', { id: 'a b/c' }, {}, '/kites/a%20b%2Fc'],
  ['page', {}, {}, '/pages'],
  ['page', { page: 2 }, {}, '/pages/2'],
  ['day', { day: 31, month: 'may' }, {}, '/days/31-may'],
  ['file', { '*': 'a b/c.txt' }, {}, '/files/a%20b/c.txt'],
  [
    'kite',
    { id: 7 },
    { tag: ['a', 'b&c'], all: true, none: undefined },
    '/kites/7?tag=a&tag=b%26c&all=true',
  ],
])('%s with %j and %j is written as its path', async (name, params, query, url) => {
  await using http = openHttp(named)
  await http.ready()
  expect(http.urlFor(name, params, query)).toBe(url)
})

test('takes the prefixes of its groups', async () => {
  await using http = openHttp((scope) => {
    scope.register(async (group: Http) => named(group), { prefix: '/v2' })
  })
  await http.ready()
  expect(http.urlFor('kite', { id: 7 })).toBe('/v2/kites/7')
})

test('refuses a name and a parameter that are not there', async () => {
  await using http = openHttp(named)
  await http.ready()
  expect(() => http.urlFor('boat')).toThrow('No route has the name boat.')
  expect(() => http.urlFor('kite')).toThrow('The path /kites/:id needs a value for id.')
})
