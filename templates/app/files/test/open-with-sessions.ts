import type { Http } from '#app/framework/http/server.ts'
import type { Actor } from '#app/framework/security/actor.ts'
import { openGuarded } from './open-guarded.ts'

export const noon = Date.parse('2026-01-31T12:00:00Z')

/** As accounts will: a cookie names a session, a header an API key. */
export function identify({ headers }: { headers: Record<string, unknown> }): Actor {
  const session = /session=(\w+)/.exec(String(headers['cookie']))?.[1]
  if (session !== undefined) return { kind: 'user', id: `user of ${session}`, session }
  if (headers['authorization'] !== undefined) return { kind: 'key', id: 'key' }
  return { kind: 'anonymous' }
}

const routes = (http: Http) => {
  http.get('/token/:session', ({ params }) => http.csrfToken(String(Object(params).session)))
  const everybody = { config: { policy: 'public' } } as const
  http.get('/', async () => 'read')
  http.post('/', everybody, async () => 'written')
  http.put('/', everybody, async () => 'written')
  http.patch('/', everybody, async () => 'written')
  http.delete('/', everybody, async () => 'written')
}

/** A server whose callers have sessions, as production has it, at noon. */
export const openWithSessions = (environment = {}, clock = { now: () => new Date(noon) }) =>
  openGuarded(environment, { identify, clock }, routes)

export const tokenOf = async (http: Http, session: string) =>
  (await http.inject(`/token/${session}`)).body

/** What a browser sends from a page of ours. */
export const honest = { cookie: 'session=ann', 'sec-fetch-site': 'same-origin' }
export const write = (
  headers: Record<string, string>,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'POST',
) => ({
  method,
  url: '/',
  headers: { host: 'shop.example', ...headers },
})
