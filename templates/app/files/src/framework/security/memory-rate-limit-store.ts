import type { Clock } from '../clock/clock.ts'
import { createCountsByKey } from './counts-by-key.ts'
import { take } from './rate-limit-counts.ts'
import type { RateLimitStore } from './rate-limit-store.ts'

/** Counts in this process. */
export function createMemoryRateLimitStore({
  keys,
  clock,
}: {
  keys: number
  clock: Clock
}): RateLimitStore {
  const countsOf = createCountsByKey(keys)
  return { take: (key, limit) => take(countsOf(key), limit, clock.now().getTime()) }
}
