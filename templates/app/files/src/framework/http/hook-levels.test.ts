import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { onlyWhen } from './only-when.ts'

const phases = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'onSend',
  'onResponse',
] as const

test.each(phases)('%s runs for the app, then for the module, then for the route', async (phase) => {
  const ran: string[] = []
  const noting = (name: string) => async () => void ran.push(name)
  await using http = openHttp()
  http.addHook(phase, noting('app'))
  http.register(async (module) => {
    module.addHook(phase, noting('module'))
    module.get('/kites', { [phase]: [noting('route'), noting('route again')] }, async () => 'kites')
  })
  expect((await http.inject('/kites')).statusCode).toBe(200)
  expect(ran).toEqual(['app', 'module', 'route', 'route again'])
})

test('a hook of one module does not run for another', async () => {
  const ran: string[] = []
  await using http = openHttp((kites) => {
    kites.addHook('onRequest', async () => void ran.push('module'))
    kites.get('/kites', async () => 'kites')
  })
  http.register(async (boats) => void boats.get('/boats', async () => 'boats'))
  expect((await http.inject('/boats')).statusCode).toBe(200)
  expect(ran).toEqual([])
})

test('a hook that answers keeps those after it and the route from running', async () => {
  const ran: string[] = []
  await using http = openHttp((kites) => {
    kites.addHook('onRequest', async (_, reply) => reply.code(418).send('teapot'))
    kites.get('/kites', { onRequest: async () => void ran.push('route') }, async () => 'kites')
  })
  expect((await http.inject('/kites')).statusCode).toBe(418)
  expect(ran).toEqual([])
})

test('a conditional hook runs for the requests that it is meant for, and is listed as one', async () => {
  const ran: string[] = []
  const noteKite = async () => void ran.push('noted')
  const isWrite = ({ method }: { method: string }) => method === 'POST'
  await using http = openHttp((kites) => {
    kites.addHook('onRequest', onlyWhen(isWrite, noteKite))
    kites.get('/kites', async () => 'kites')
    kites.post('/kites', async () => 'kite')
  })
  await http.inject('/kites')
  expect(ran).toEqual([])
  await http.inject({ method: 'POST', url: '/kites' })
  expect(ran).toEqual(['noted'])
  expect(http.routeList[0]?.hooks.module).toEqual(['onRequest noteKite (conditional)'])
})
