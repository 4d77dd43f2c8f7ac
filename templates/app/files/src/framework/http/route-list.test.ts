import { expect, test } from 'vitest'
import { z } from 'zod'

import { openHttp } from '../../../test/open-http.ts'
import type { Http } from './server.ts'

const answer = async () => 'answer'
const owner = () => true
const Id = z.object({ id: z.uuid() }).meta({ id: 'Id' })

test('lists every route with its policy, its schemas, its name and where it is written', async () => {
  await using http = openHttp((scope) => {
    scope.get('/kites/:id', { config: { name: 'kite' }, schema: { params: Id } }, answer)
    scope.post('/kites', { config: { policy: owner } }, answer)
  })
  await http.ready()
  expect(http.routeList).toMatchObject([
    { method: 'GET', url: '/kites/:id', name: 'kite', policy: 'open', schema: { params: Id } },
    { method: 'POST', url: '/kites', policy: owner, schema: {} },
  ])
  const [place] = http.routeList.map((route) => route.place)
  expect(place).toEqual({ file: 'src/framework/http/route-list.test.ts', line: 13 })
})

test('production does not look where routes are written', async () => {
  await using http = openHttp((scope) => void scope.get('/kites', answer), { notePlaces: false })
  await http.ready()
  expect(http.routeList.map(({ place }) => place)).toEqual([undefined])
})

test('names the hooks of each level', async () => {
  const hook = (name: string) => Object.defineProperty(async () => {}, 'name', { value: name })
  await using http = openHttp(async (scope) => {
    scope.addHook('onRequest', hook('ofModule'))
    scope.get('/kites', { preHandler: [hook('ofRoute')] }, answer)
    scope.addHook('preHandler', hook('addedLater'))
  })
  http.addHook('onRequest', hook('ofApp'))
  await http.ready()
  expect(http.routeList[0]?.hooks).toEqual({
    app: ['onRequest ofApp'],
    module: ['onRequest ofModule', 'preHandler addedLater'],
    route: ['preHandler ofRoute'],
  })
})

test.each([
  ['/kites', '/kites', 'GET /kites'],
  ['/kites/:id', '/kites/:name', 'GET /kites/:name'],
])('does not start when %s and %s would answer the same requests', async (first, second) => {
  const http = openHttp((scope) => {
    scope.get(first, answer)
    scope.get(second, answer)
  })
  await expect(http.ready()).rejects.toThrow(
    `Two routes answer the same requests:
  GET ${first} in src/framework/http/route-list.test.ts:52
  GET ${second} in src/framework/http/route-list.test.ts:53`,
  )
})

test('the HEAD that comes with a GET is not listed, one of its own is', async () => {
  await using http = openHttp((scope) => {
    const group = async (kites: Http) => void kites.get('/', answer)
    scope.register(group, { prefix: '/kites' })
    scope.head('/boats', answer)
  })
  expect((await http.inject({ method: 'HEAD', url: '/kites/' })).statusCode).toBe(200)
  const listed = http.routeList.map(({ method, url }) => `${method} ${url}`)
  expect(listed).toEqual(['HEAD /boats', 'GET /kites'])
})

test('does not start when a name leads to two paths', async () => {
  const http = openHttp((scope) => {
    scope.get('/kites', { config: { name: 'kites' } }, answer)
    scope.get('/boats', { config: { name: 'kites' } }, answer)
  })
  await expect(http.ready()).rejects.toThrow(
    /^Two routes have the name kites:\n {2}GET \/kites in /,
  )
})

test('a static path goes before a parameter and a parameter before a wildcard, in any order', async () => {
  const saying = (text: string) => async () => text
  await using http = openHttp((scope) => {
    scope.get('/kites/*', saying('wildcard'))
    scope.get('/kites/:id', saying('parameter'))
    scope.get('/kites/new', saying('static'))
  })
  const bodies = ['/kites/new', '/kites/7', '/kites/7/parts'].map(async (url) => {
    return (await http.inject(url)).body
  })
  expect(await Promise.all(bodies)).toEqual(['static', 'parameter', 'wildcard'])
})

test('groups nest their prefixes and keep their hooks to themselves', async () => {
  const ran: string[] = []
  const noting = (name: string) => async () => void ran.push(name)
  await using http = openHttp(async (scope) => {
    const inner = async (parts: Http) => {
      parts.addHook('onRequest', noting('parts'))
      parts.get('/parts', answer)
    }
    const outer = async (kites: Http) => {
      kites.addHook('onRequest', noting('kites'))
      kites.register(inner, { prefix: '/:id' })
    }
    scope.register(outer, { prefix: '/kites' })
    scope.get('/boats', answer)
  })
  expect((await http.inject('/kites/7/parts')).statusCode).toBe(200)
  expect(ran).toEqual(['kites', 'parts'])
  await http.inject('/boats')
  expect(ran).toEqual(['kites', 'parts'])
  expect(http.routeList.map(({ url }) => url)).toEqual(['/boats', '/kites/:id/parts'])
})
