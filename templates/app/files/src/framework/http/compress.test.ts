import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index, name: 'kite' })))
const json = 'application/json'

function kites(http: Http) {
  http.get('/kites', async (_, reply) => reply.type(json).send(text))
  http.get('/small', async (_, reply) => reply.type(json).send('[]'))
  http.get('/picture', async (_, reply) => reply.type('image/png').send(Buffer.alloc(5000)))
  http.get('/packed', async (_, reply) =>
    reply.type(json).header('content-encoding', 'gzip').send(Buffer.alloc(5000)),
  )
  http.get('/as-it-is', async (_, reply) =>
    reply.type(json).header('cache-control', 'no-transform').send(text),
  )
  http.get('/secret', { config: { compress: false } }, async (_, reply) =>
    reply.type(json).send(text),
  )
}

const unpack = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync }

test.each([
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['zstd', 'zstd'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate, br, zstd', 'zstd'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['zstd;q=0, br;q=0, *', 'gzip'],
] as const)('a caller that takes %s is sent %s', async (accepted, encoding) => {
  await using http = openHttp(kites)
  const reply = await http.inject({ url: '/kites', headers: { 'accept-encoding': accepted } })
  expect(reply.headers['content-encoding']).toBe(encoding)
  expect(reply.headers['vary']).toContain('accept-encoding')
  expect(Number(reply.headers['content-length'])).toBe(reply.rawPayload.length)
  expect(reply.rawPayload.length).toBeLessThan(text.length / 2)
  expect(unpack[encoding](reply.rawPayload).toString()).toBe(text)
})

test.each(['', 'identity', 'gzip;q=0', 'deflate', 'br;q=nonsense'])(
  'a caller that takes %s is sent what there is, and caches know that others are not',
  async (accepted) => {
    await using http = openHttp(kites)
    const reply = await http.inject({ url: '/kites', headers: { 'accept-encoding': accepted } })
    expect([reply.body, reply.headers['content-encoding']]).toEqual([text, undefined])
    expect(reply.headers['vary']).toContain('accept-encoding')
  },
)

test.each(['/small', '/picture', '/as-it-is', '/secret', '/nowhere'])(
  '%s is never compressed',
  async (url) => {
    await using http = openHttp(kites)
    const reply = await http.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    expect(reply.headers['content-encoding']).toBeUndefined()
    expect(String(reply.headers['vary'] ?? '')).not.toContain('accept-encoding')
  },
)

test('what is compressed already stays as it is', async () => {
  await using http = openHttp(kites)
  const reply = await http.inject({ url: '/packed', headers: { 'accept-encoding': 'br' } })
  expect([reply.headers['content-encoding'], reply.rawPayload.length]).toEqual(['gzip', 5000])
})
