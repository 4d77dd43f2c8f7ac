import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { requireMatch, versionTag } from './conditional.ts'
import type { Http } from './server.ts'

const large = JSON.stringify(Array.from({ length: 500 }, () => 'kite'))

function kites(http: Http) {
  let version = 1
  http.get('/kites', { config: { etag: true } }, async () => [{ name: 'A' }])
  http.get('/large', { config: { etag: true } }, async (_, reply) =>
    reply.type('application/json').send(large),
  )
  http.get('/untagged', async () => [{ name: 'A' }])
  http.get('/kite', { config: { etag: true } }, async (_, reply) => {
    reply.header('etag', versionTag(version))
    return { version }
  })
  http.put('/kite', async (request) => {
    requireMatch(request, versionTag(version))
    version += 1
    return { version }
  })
}

async function tagOf(http: Http, url: string) {
  return String((await http.inject(url)).headers['etag'])
}

test.each(['/kites', '/large', '/kite'])(
  '%s answers 304 to a caller that holds it',
  async (url) => {
    await using http = openHttp(kites)
    const tag = await tagOf(http, url)
    expect(tag).toMatch(/^W\/"[\w-]+"$/)
    for (const held of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
      const headers = { 'if-none-match': held, 'accept-encoding': 'gzip' }
      const reply = await http.inject({ url, headers })
      expect([reply.statusCode, reply.body]).toEqual([304, ''])
      expect(reply.headers).toMatchObject({ etag: tag })
      expect(reply.headers).not.toHaveProperty('content-length')
      expect(reply.headers).not.toHaveProperty('content-encoding')
    }
  },
)

test('a caller that holds something else is sent what there is', async () => {
  await using http = openHttp(kites)
  const reply = await http.inject({ url: '/kites', headers: { 'if-none-match': '"other"' } })
  expect([reply.statusCode, reply.json()]).toEqual([200, [{ name: 'A' }]])
})

test('HEAD has the tag of GET', async () => {
  await using http = openHttp(kites)
  const head = await http.inject({ method: 'HEAD', url: '/kites' })
  expect(head.headers['etag']).toBe(await tagOf(http, '/kites'))
})

test('a route that does not say so has no tag', async () => {
  await using http = openHttp(kites)
  expect((await http.inject('/untagged')).headers).not.toHaveProperty('etag')
})

test('a write to a version that is no longer is refused', async () => {
  await using http = openHttp(kites)
  const headers = { 'if-match': await tagOf(http, '/kite') }
  const first = await http.inject({ method: 'PUT', url: '/kite', headers })
  expect(first.json()).toEqual({ version: 2 })
  const second = await http.inject({ method: 'PUT', url: '/kite', headers })
  expect(second.json()).toMatchObject({ status: 412, code: 'changed-meanwhile' })
  expect(second.headers['etag']).toBe(await tagOf(http, '/kite'))
  const any = await http.inject({ method: 'PUT', url: '/kite', headers: { 'if-match': '*' } })
  expect(any.statusCode).toBe(200)
  expect((await http.inject({ method: 'PUT', url: '/kite' })).statusCode).toBe(200)
})
