import { expect, test } from 'vitest'

import { fixedClock } from '../clock/clock.ts'
import { createCrewRateLimitStore } from './crew-rate-limit-store.ts'
import { createRateLimitLeases, type LeaseWish, type UnusedLease } from './rate-limit-leases.ts'
import type { Limit } from './rate-limit-store.ts'

const limitOf = (quota: number, algorithm: Limit['algorithm'] = 'sliding-window'): Limit => ({
  name: 'reads',
  algorithm,
  quota,
  window: 60_000,
})

/** Stores of two workers and the supervisor that counts for them; `asked` is how often it was asked. */
function open() {
  let moment = Date.parse('2026-01-31T12:00:00Z')
  const clock = { now: () => new Date(moment) }
  const leases = createRateLimitLeases({ keys: 1000, holders: 2, clock })
  let asked = 0
  const crew = {
    lease: async (wish: LeaseWish) => {
      asked += 1
      return leases.lease(wish)
    },
    giveBack: (unused: UnusedLease[]) => unused.forEach(leases.giveBack),
  }
  const stores = [0, 1].map(() => createCrewRateLimitStore({ crew, clock }))
  return {
    take: async (worker: number, limit: Limit) => await stores[worker]?.take('reads me', limit),
    pass: (milliseconds: number) => (moment += milliseconds),
    asked: () => asked,
  }
}

test.each(['sliding-window', 'token-bucket'] as const)(
  'two workers let through what one would, by a %s',
  async (algorithm) => {
    const { take, asked } = open()
    const limit = limitOf(1000, algorithm)
    let allowed = 0
    for (let n = 0; n < 1500; n += 1) {
      if ((await take(n % 2, limit))?.allowed) allowed += 1
    }
    expect(allowed).toBe(1000)
    expect(asked()).toBeLessThan(200)
  },
)

test('near a limit they ask for each request, so that five are five', async () => {
  const { take, asked } = open()
  const answers = []
  for (let n = 0; n < 5; n += 1) answers.push(await take(n % 2, limitOf(5)))
  expect(answers.map((taken) => taken?.remaining)).toEqual([4, 3, 2, 1, 0])
  expect(await take(0, limitOf(5))).toMatchObject({ allowed: false, remaining: 0 })
  expect(asked()).toBe(6)
})

test('a caller who is refused goes on being refused without asking, and gets on after the wait', async () => {
  const { take, pass, asked } = open()
  for (let n = 0; n < 7; n += 1) await take(0, limitOf(5))
  expect(asked()).toBe(6)
  pass(120_000)
  expect(await take(0, limitOf(5))).toMatchObject({ allowed: true })
})

test('what was counted in one window lets nobody through in the next', async () => {
  const { take, pass } = open()
  expect(await take(0, limitOf(160))).toMatchObject({ allowed: true })
  pass(60_000)
  for (let n = 0; n < 150; n += 1) await take(1, limitOf(160))
  expect((await take(0, limitOf(160)))?.remaining).toBeLessThan(10)
})

test('what a worker does not use, the others have soon', async () => {
  const clock = fixedClock('2026-01-31T12:00:00Z')
  const leases = createRateLimitLeases({ keys: 10, holders: 2, clock })
  const limit = limitOf(160)
  const { granted, at, taken } = leases.lease({ key: 'me', limit })
  expect(granted).toBeGreaterThan(1)
  leases.giveBack({ key: 'me', limit, unused: granted - 1, at })
  expect(leases.lease({ key: 'me', limit: limitOf(3) }).taken.remaining).toBe(1)
  expect(taken.remaining).toBe(160 - granted)
})
