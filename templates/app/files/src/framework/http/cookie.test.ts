import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import { createCookie } from './cookie.ts'
import type { Http } from './server.ts'

const theme = createCookie({
  name: 'theme',
  schema: z.enum(['light', 'dark']).default('light'),
  maxAge: 3600,
})
const visits = createCookie({
  name: 'visits',
  schema: z.coerce.number<string | number | undefined>().int().optional(),
  path: '/kites',
  sameSite: 'strict',
  httpOnly: false,
  secure: false,
})

function kites(http: Http) {
  http.get('/kites', async (request) => ({
    theme: theme.read(request),
    visits: visits.read(request),
  }))
  http.post('/kites', async (_, reply) => {
    theme.set(reply, 'dark')
    visits.set(reply, 7)
    return 'set'
  })
  http.delete('/kites', async (_, reply) => {
    theme.clear(reply)
    return 'cleared'
  })
}

test.each([
  ['', { theme: 'light' }],
  ['theme=dark; visits=7', { theme: 'dark', visits: 7 }],
  ['visits="7";theme=d%61rk', { theme: 'dark', visits: 7 }],
  ['theme=dark; theme=light', { theme: 'dark' }],
  ['theme=pink; visits=many', { theme: 'light' }],
  ['theme=%zz; mytheme=dark; __proto__=1; theme', { theme: 'light' }],
])('the cookies %j are read as %j', async (cookie, read) => {
  await using http = openHttp(kites)
  expect((await http.inject({ url: '/kites', headers: { cookie } })).json()).toEqual(read)
})

test('cookies are sent over TLS only and hidden from scripts, unless said otherwise', async () => {
  await using http = openHttp(kites)
  const reply = await http.inject({ method: 'POST', url: '/kites' })
  expect(reply.headers['set-cookie']).toEqual([
    'theme=dark; Max-Age=3600; Path=/; SameSite=lax; HttpOnly; Secure',
    'visits=7; Path=/kites; SameSite=strict',
  ])
})

test('a cookie is cleared by one that has ended', async () => {
  await using http = openHttp(kites)
  const reply = await http.inject({ method: 'DELETE', url: '/kites' })
  expect(reply.headers['set-cookie']).toBe(
    'theme=; Max-Age=0; Path=/; SameSite=lax; HttpOnly; Secure',
  )
})
