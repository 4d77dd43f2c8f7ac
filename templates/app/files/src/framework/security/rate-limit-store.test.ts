import { beforeEach, expect, test } from 'vitest'

import { behaviour } from '#app/framework/behaviour.ts'
import { openGuarded } from '../../../test/open-guarded.ts'
import { fixedClock } from '../clock/clock.ts'
import type { Http } from '../http/server.ts'
import { createMemoryRateLimitStore } from './memory-rate-limit-store.ts'

// An app from before it was guarded goes on without until its owner flips the setting.
beforeEach(({ skip }) => skip(!behaviour.guarded))

const clock = fixedClock('2026-01-31T12:00:00Z')

/** A store that takes its time, as one does that several processes share. */
function createSlowStore() {
  const inMemory = createMemoryRateLimitStore({ keys: 10, clock })
  return { take: async (...given: Parameters<typeof inMemory.take>) => inMemory.take(...given) }
}

async function askTwice(http: Http) {
  const answers = [await http.inject('/'), await http.inject('/')]
  return answers.map(({ statusCode }) => statusCode)
}

test('another store may take its time', async () => {
  const rateLimitStore = createSlowStore()
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock, rateLimitStore })
  expect(await askTwice(http)).toEqual([200, 429])
})

test('when the store is away, the app is not', async () => {
  const away = { take: () => Promise.reject(new Error('The store is away.')) }
  await using http = openGuarded({ RATE_LIMIT: '1' }, { clock, rateLimitStore: away })
  expect(await askTwice(http)).toEqual([200, 200])
})

test('a quota that fails after a store has taken its time fails its request and nothing else', async () => {
  const told = { quota: () => 5, window: 60_000 }
  const untold = {
    quota: () => {
      throw new Error('nobody knows')
    },
    window: 60_000,
  }
  await using http = openGuarded({}, { clock, rateLimitStore: createSlowStore() }, (scope) => {
    scope.get('/', { config: { rateLimit: [told, untold] } }, async () => 'here')
  })
  expect(await askTwice(http)).toEqual([500, 500])
})
