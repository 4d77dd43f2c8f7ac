import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { openTestApp } from '../../../test/open-test-app.ts'
import { createMemoryRateLimitStore } from './memory-rate-limit-store.ts'
import { createPostgresRateLimitStore } from './postgres-rate-limit-store.ts'
import type { Limit } from './rate-limit-store.ts'

/** A thousand transactions, on whatever machine. */
const patient = { timeout: 60_000 }

const limitOf = (algorithm: Limit['algorithm']): Limit => ({
  name: 'kites',
  algorithm,
  quota: 3,
  window: 60_000,
})

async function openStores() {
  const app = await openTestApp()
  let now = Date.parse('2026-11-20T12:00:10Z')
  const clock = { now: () => new Date(now) }
  const { database } = app.platform
  return {
    database,
    store: createPostgresRateLimitStore({ database, clock }),
    other: createPostgresRateLimitStore({ database, clock }),
    memory: createMemoryRateLimitStore({ keys: 100, clock }),
    wait: (milliseconds: number) => (now += milliseconds),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

test.each(['sliding-window', 'token-bucket'] as const)(
  '%s counts as in memory',
  async (algorithm) => {
    await using stores = await openStores()
    const limit = limitOf(algorithm)
    for (const pause of [0, 100, 0, 0, 20_000, 0, 45_000, 0, 0, 0, 200_000, 0]) {
      stores.wait(pause)
      expect(await stores.store.take('me', limit)).toEqual(await stores.memory.take('me', limit))
    }
  },
)

test('two processes count together, and each caller alone', async () => {
  await using stores = await openStores()
  const limit = limitOf('sliding-window')
  const allowed = async (store: typeof stores.store, key: string) =>
    (await store.take(key, limit)).allowed
  expect(await allowed(stores.store, 'me')).toBe(true)
  expect(await allowed(stores.other, 'me')).toBe(true)
  expect(await allowed(stores.store, 'me')).toBe(true)
  expect(await allowed(stores.other, 'me')).toBe(false)
  expect(await allowed(stores.other, 'you')).toBe(true)
})

test('of many at once no more than the quota are allowed', async () => {
  await using stores = await openStores()
  const limit = limitOf('token-bucket')
  const taken = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 === 0 ? stores.store : stores.other).take('x'.repeat(5000), limit),
    ),
  )
  expect(taken.filter(({ allowed }) => allowed)).toHaveLength(3)
})

test('rows that nobody has touched for a day are deleted in passing', patient, async () => {
  await using stores = await openStores()
  const limit = limitOf('sliding-window')
  await stores.store.take('me', limit)
  stores.wait(100_000_000)
  for (let count = 0; count < 1000; count += 1) await stores.other.take('you', limit)
  const { rows } = await sql`select key from rate_limits`.execute(stores.database)
  expect(rows).toHaveLength(1)
})

test('what is counted for a month is still there after days', patient, async () => {
  await using stores = await openStores()
  const monthly = { ...limitOf('sliding-window'), name: 'monthly', window: 30 * 86_400_000 }
  await stores.store.take('me', monthly)
  stores.wait(5 * 86_400_000)
  for (let count = 0; count < 1000; count += 1)
    await stores.other.take('you', limitOf('token-bucket'))
  expect(await stores.store.take('me', monthly)).toMatchObject({ allowed: true, remaining: 1 })
})
