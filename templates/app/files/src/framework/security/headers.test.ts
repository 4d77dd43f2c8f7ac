import { beforeEach, expect, test } from 'vitest'

import { behaviour } from '#app/framework/behaviour.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { openTestApp } from '../../../test/open-test-app.ts'
import { allowPage } from './headers.ts'

// An app from before it was guarded goes on without until its owner flips the setting.
beforeEach(({ skip }) => skip(!behaviour.guarded))

const always = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

test('every answer of the app carries the headers that protect it', async () => {
  await using app = await openTestApp()
  const answers = [app.get('/health/live'), app.get('/nowhere'), app.post('/health/live')]
  for (const answer of answers) expect((await answer.response()).headers).toMatchObject(always)
})

test('what Fastify refuses by itself carries them too', async () => {
  await using http = openGuarded()
  const badUrl = await http.inject('/%c0')
  expect(badUrl.statusCode).toBe(400)
  expect(badUrl.headers).toMatchObject(always)
})

test('nothing says what the app is made of', async () => {
  await using http = openGuarded()
  const { headers } = await http.inject('/')
  expect(Object.keys(headers).filter((name) => /powered|server/.test(name))).toEqual([])
})

test('who came by TLS is told to keep to it, and nobody else', async () => {
  await using http = openGuarded({ TRUSTED_PROXIES: '127.0.0.1' })
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' }
  const overTls = await http.inject({ url: '/', headers })
  expect(overTls.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
  expect((await http.inject('/')).headers).not.toHaveProperty('strict-transport-security')

  const spoofed = await http.inject({ url: '/', headers, remoteAddress: '192.0.2.9' })
  expect(spoofed.headers).not.toHaveProperty('strict-transport-security')
})

test('a page has a nonce of its own, and only what carries it may run', async () => {
  await using http = openGuarded({}, {}, (routes) => {
    routes.get('/page', async (_, reply) => {
      const nonce = allowPage(reply)
      return reply.type('text/html').send(`<script nonce="${nonce}"></script>`)
    })
  })
  const pages = await Promise.all([http.inject('/page'), http.inject('/page')])
  const nonces = pages.map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1])
  expect(new Set(nonces).size).toBe(2)
  expect(pages[0].headers).toMatchObject({
    ...always,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'content-security-policy':
      `default-src 'none'; script-src 'nonce-${nonces[0]}'; style-src 'nonce-${nonces[0]}'; ` +
      "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; " +
      "base-uri 'none'; frame-ancestors 'none'",
  })
})
