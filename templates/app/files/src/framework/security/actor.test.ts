import { expect, test } from 'vitest'

import type { Http } from '#app/framework/http/server.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { type Actor, actorOf } from './actor.ts'

const routes = (http: Http) => {
  http.get('/me', async (request) => actorOf(request))
  const owner = (_: unknown, actor: Actor) => actor.kind === 'user' && actor.id === 'ann'
  http.delete('/kite', { config: { policy: owner } }, async () => 'gone')
}

const identify = async ({
  headers: { user },
}: {
  headers: Record<string, unknown>
}): Promise<Actor> =>
  typeof user === 'string' ? { kind: 'user', id: user } : { kind: 'anonymous' }

test('everybody is anonymous where nobody says who they are', async () => {
  await using http = openGuarded({}, {}, routes)
  const answer = await http.inject({ url: '/me', headers: { user: 'ann' } })
  expect(answer.json()).toEqual({ kind: 'anonymous' })
})

test('a policy is asked with the actor', async () => {
  await using http = openGuarded({}, { identify }, routes)
  const remove = (headers: Record<string, string>) =>
    http.inject({ method: 'DELETE', url: '/kite', headers })
  expect((await remove({ user: 'ann' })).statusCode).toBe(200)
  expect((await remove({ user: 'bob' })).statusCode).toBe(403)
  expect((await remove({})).statusCode).toBe(403)
})

test('who is one request is not who is the next', async () => {
  await using http = openGuarded({}, { identify }, routes)
  expect((await http.inject({ url: '/me', headers: { user: 'ann' } })).json().id).toBe('ann')
  expect((await http.inject('/me')).json()).toEqual({ kind: 'anonymous' })
})

test('where it cannot be found out who asks, nothing is answered', async () => {
  const broken = async () => Promise.reject(new Error('The session store is away.'))
  await using http = openGuarded({}, { identify: broken }, routes)
  expect((await http.inject('/me')).statusCode).toBe(500)
})
