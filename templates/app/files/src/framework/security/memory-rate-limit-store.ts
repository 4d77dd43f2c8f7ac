import type { Clock } from '../clock/clock.ts'
import { type Counts, noCounts, take } from './rate-limit-counts.ts'
import type { RateLimitStore } from './rate-limit-store.ts'

/**
 * Counts in this process. Two generations bound the memory: when the young one is full it becomes the
 * old one, and whoever has asked since is carried over, so those who stay away are forgotten first.
 */
export function createMemoryRateLimitStore({
  keys,
  clock,
}: {
  keys: number
  clock: Clock
}): RateLimitStore {
  let young = new Map<string, Counts>()
  let old = new Map<string, Counts>()

  function countsOf(key: string) {
    const known = young.get(key)
    if (known) return known
    if (young.size >= keys / 2) {
      old = young
      young = new Map()
    }
    const counts = old.get(key) ?? noCounts()
    young.set(key, counts)
    return counts
  }

  return { take: (key, limit) => take(countsOf(key), limit, clock.now().getTime()) }
}
