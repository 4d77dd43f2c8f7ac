import { beforeEach, expect, test } from 'vitest'

import { behaviour } from '#app/framework/behaviour.ts'
import type { Http } from '#app/framework/http/server.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import type { Actor } from './actor.ts'
import { toldAs } from './rate-limit-answer.ts'
import type { LimitRules } from './rate-limit.ts'

beforeEach(({ skip }) => skip(!behaviour.guarded))

const clock = { now: () => new Date('2026-01-31T12:00:00Z') }
const tiers: Record<string, number> = { free: 1, paid: 3, own: Infinity, banned: 0 }

/** The key says which tier its owner pays for. */
const identify = ({ headers }: { headers: Record<string, unknown> }): Actor =>
  typeof headers['key'] === 'string' ? { kind: 'key', id: headers['key'] } : { kind: 'anonymous' }

const quota = (_: unknown, actor: Actor) =>
  tiers[actor.kind === 'key' ? (actor.id.split('-')[0] ?? '') : 'free'] ?? 0

const routes = (http: Http) => {
  http.get(
    '/',
    { config: { rateLimit: { quota, window: 60_000, by: 'actor' } } },
    async () => 'kite',
  )
}

test.each([
  [undefined, [200, 429, 429, 429]],
  ['free-1', [200, 429, 429, 429]],
  ['paid-1', [200, 200, 200, 429]],
  ['own-1', [200, 200, 200, 200]],
  ['banned-1', [429, 429, 429, 429]],
  ['unheard-of', [429, 429, 429, 429]],
])('who has the key %s may ask as often as its tier says', async (key, statuses) => {
  await using http = openGuarded({}, { clock, identify }, routes)
  const answered: number[] = []
  while (answered.length < statuses.length) {
    answered.push((await http.inject({ url: '/', headers: key ? { key } : {} })).statusCode)
  }
  expect(answered).toEqual(statuses)
})

test('headers tell the quota of the tier', async () => {
  await using http = openGuarded({}, { clock, identify }, routes)
  const { headers } = await http.inject({ url: '/', headers: { key: 'paid-1' } })
  expect(headers['ratelimit-policy']).toBe('"GET /";q=3;w=60')
})

test('a limit may change while the app runs, for all or for one', async () => {
  const changed = new Map<string, number>()
  const limitRules: LimitRules = {
    standing(limit, key) {
      const other = changed.get(`${limit.name} ${key}`) ?? changed.get(limit.name)
      return other === undefined
        ? limit
        : { ...limit, quota: other, ...toldAs({ ...limit, quota: other }) }
    },
  }
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock, limitRules }, (scope) => {
    scope.get('/', async () => 'kite')
  })
  const ask = async (remoteAddress: string) => {
    const { statusCode, headers } = await http.inject({ url: '/', remoteAddress })
    return [statusCode, headers['ratelimit-policy']]
  }
  expect(await ask('192.0.2.1')).toEqual([200, '"reads";q=1;w=60'])
  expect(await ask('192.0.2.1')).toEqual([429, '"reads";q=1;w=60'])
  changed.set('reads', 3)
  expect(await ask('192.0.2.1')).toEqual([200, '"reads";q=3;w=60'])
  changed.set('reads ip 192.0.2.1', 0)
  expect(await ask('192.0.2.1')).toEqual([429, '"reads";q=0;w=60'])
  expect(await ask('192.0.2.2')).toEqual([200, '"reads";q=3;w=60'])
})
