import { expect, test } from 'vitest'

import { noCounts, take } from './rate-limit-counts.ts'
import type { Limit } from './rate-limit-store.ts'

const limit = (algorithm: Limit['algorithm'], quota = 10): Limit => ({
  name: 'tried',
  algorithm,
  quota,
  window: 60_000,
})
const both = ['sliding-window', 'token-bucket'] as const

/** The same numbers between 0 and 1 each time. */
function createChance(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test.each(both)('%s: the quota, no more, and what is refused is not counted', (algorithm) => {
  const counts = noCounts()
  const answers = Array.from({ length: 50 }, () => take(counts, limit(algorithm), 6_000_000))
  expect(answers.map(({ allowed }) => allowed)).toEqual(answers.map((_, index) => index < 10))
  expect(answers[0]?.remaining).toBe(9)
  expect(counts.used).toBe(10)
})

test.each(both)('%s: whoever waits as long as it says gets on, and not before', (algorithm) => {
  const chance = createChance(20_261_120)
  for (const quota of [1, 2, 3, 7, 100]) {
    const counts = noCounts()
    let now = 1_000_000_007
    for (let round = 0; round < 300; round += 1) {
      now += Math.floor(chance() ** 8 * 100_000)
      const taken = take(counts, limit(algorithm, quota), now)
      if (taken.allowed) continue
      expect(taken.retryIn).toBeGreaterThan(0)
      expect(take({ ...counts }, limit(algorithm, quota), now + taken.retryIn - 2).allowed).toBe(
        false,
      )
      expect(take({ ...counts }, limit(algorithm, quota), now + taken.retryIn).allowed).toBe(true)
    }
  }
})

test.each(both)('%s: all is there again when it says so', (algorithm) => {
  const counts = noCounts()
  let last = take(counts, limit(algorithm), 6_012_345)
  for (let index = 0; index < 20; index += 1) last = take(counts, limit(algorithm), 6_012_345)
  expect(take(counts, limit(algorithm), 6_012_345 + last.resetIn).remaining).toBe(9)
})

test('a window slides: half a window later, half of the one before still counts', () => {
  const counts = noCounts()
  for (let index = 0; index < 10; index += 1) take(counts, limit('sliding-window'), 60_000)
  const later = Array.from({ length: 10 }, () => take(counts, limit('sliding-window'), 150_000))
  expect(later.filter(({ allowed }) => allowed).length).toBe(5)
})

test('a clock that is set back costs nobody anything', () => {
  for (const algorithm of both) {
    const counts = noCounts()
    take(counts, limit(algorithm), 6_000_000)
    expect(take(counts, limit(algorithm), 1_000_000).allowed).toBe(true)
  }
})

test.each(['sliding-window', 'token-bucket'] as const)(
  'a quota of 0 lets nobody by: %s',
  (algorithm) => {
    expect(take(noCounts(), { ...limit(algorithm, 0), window: 60_000 }, 1)).toEqual({
      allowed: false,
      remaining: 0,
      resetIn: 60_000,
      retryIn: 60_000,
    })
  },
)
