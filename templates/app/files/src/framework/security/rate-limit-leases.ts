import type { Clock } from '../clock/clock.ts'
import { createCountsByKey } from './counts-by-key.ts'
import { giveBack, take } from './rate-limit-counts.ts'
import type { Limit, Taken } from './rate-limit-store.ts'

export type LeaseWish = { key: string; limit: Limit }

/** So many may be let through without asking again; `taken` is the answer after the last of them. */
export type Lease = { key: string; granted: number; taken: Taken; at: number }

export type UnusedLease = LeaseWish & { unused: number; at: number }

const most = 32

/**
 * Counts for several processes. Each takes more than it needs at once, so that it asks seldom, but
 * only a small part of what is left: near a limit they ask for each request, and count as one.
 */
export function createRateLimitLeases({
  keys,
  holders,
  clock,
}: {
  keys: number
  holders: number
  clock: Clock
}) {
  const countsOf = createCountsByKey(keys)

  function lease({ key, limit }: LeaseWish): Lease {
    const counts = countsOf(key)
    const now = clock.now().getTime()
    let taken = take(counts, limit, now)
    let granted = taken.allowed ? 1 : 0
    const share = Math.min(most, Math.floor(taken.remaining / (8 * holders)))
    while (granted > 0 && granted < share) {
      taken = take(counts, limit, now)
      granted += 1
    }
    return { key, granted, taken, at: now }
  }

  return {
    lease,
    giveBack: ({ key, limit, unused, at }: UnusedLease) =>
      giveBack(countsOf(key), limit, { unused, at }),
  }
}
