import { expect, test } from 'vitest'

import { median, medianOf, ratioOf } from './in-rounds.ts'

const served = (perSecond: number) => ({ perSecond, microseconds: 20, p50: 1, p99: 2 })
const round = (hello: number, megabytes = 90) => ({
  hello: served(hello),
  orders: served(hello / 2),
  startMilliseconds: 300,
  idleMegabytes: megabytes - 10,
  loadedMegabytes: megabytes,
})

// The second minute was slow for both, the third for the first of them only.
const rounds = new Map([
  ['ours', [round(900, 100), round(450, 130), round(300, 120)]],
  ['theirs', [round(1000), round(500), round(1000)]],
])

test('a median is the value in the middle, or between the two that are', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('two servers are compared within a round, so that a slow minute falls on both', () => {
  expect(ratioOf(rounds, ['ours', 'theirs'], ['hello', 'perSecond'])).toBe(0.9)
  expect(medianOf(rounds, 'ours', ({ loadedMegabytes }) => loadedMegabytes)).toBe(120)
})

test('what was not measured is no figure', () => {
  expect(() => medianOf(rounds, 'nobody', ({ idleMegabytes }) => idleMegabytes)).toThrow(
    'Nothing was measured of nobody.',
  )
})
