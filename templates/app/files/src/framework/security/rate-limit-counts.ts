import type { Limit, Taken } from './rate-limit-store.ts'

/**
 * What a store keeps of one caller: two numbers and a moment. For a sliding window `used` counts since
 * `at`, where the window began, and `before` in the window before; for a token bucket `used` is what
 * was missing from the bucket at `at`.
 */
export type Counts = { at: number; used: number; before: number }

export const noCounts = (): Counts => ({ at: 0, used: 0, before: 0 })

/** Counts one more where the limit allows it. Changes the counts it is given. */
export function take(counts: Counts, limit: Limit, now: number): Taken {
  const { quota, window } = limit
  if (quota < 1) return { allowed: false, remaining: 0, resetIn: window, retryIn: window }
  return limit.algorithm === 'sliding-window'
    ? takeFromWindow(counts, limit, now)
    : takeFromBucket(counts, limit, now)
}

/** The window before counts for the part of it that the last `window` milliseconds still touch. */
function takeFromWindow(counts: Counts, { quota, window }: Limit, now: number): Taken {
  const at = now - (now % window)
  if (counts.at !== at) {
    counts.before = counts.at === at - window ? counts.used : 0
    counts.used = 0
    counts.at = at
  }
  const left = window - (now - at)
  const estimate = counts.used + (counts.before * left) / window
  const allowed = estimate + 1 <= quota
  if (allowed) counts.used += 1
  const remaining = Math.max(0, Math.floor(quota - estimate - (allowed ? 1 : 0)))
  const retryIn = remaining > 0 ? 0 : waitForWindow(counts, quota, window, left)
  return { allowed, remaining, resetIn: counts.used > 0 ? left + window : left, retryIn }
}

/** Until enough of the window before has slid out, or of this one once it is the one before. */
function waitForWindow({ used, before }: Counts, quota: number, window: number, left: number) {
  if (used + 1 <= quota && before > 0) {
    return Math.ceil(left - ((quota - 1 - used) * window) / before)
  }
  return Math.ceil(left + window - ((quota - 1) * window) / used)
}

function takeFromBucket(counts: Counts, { quota, window }: Limit, now: number): Taken {
  const perToken = window / quota
  counts.used = Math.max(0, counts.used - Math.max(0, now - counts.at) / perToken)
  counts.at = now
  const allowed = counts.used + 1 <= quota
  if (allowed) counts.used += 1
  const remaining = Math.floor(quota - counts.used)
  return {
    allowed,
    remaining,
    resetIn: Math.ceil(counts.used * perToken),
    retryIn: remaining > 0 ? 0 : Math.ceil((counts.used + 1 - quota) * perToken),
  }
}

/** Takes back what was counted at a moment and not used; a window that is no longer in sight has forgotten it. */
export function giveBack(
  counts: Counts,
  { algorithm, window }: Limit,
  { unused, at }: { unused: number; at: number },
) {
  const began = at - (at % window)
  if (algorithm === 'token-bucket' || counts.at === began) {
    counts.used = Math.max(0, counts.used - unused)
  } else if (counts.at === began + window) {
    counts.before = Math.max(0, counts.before - unused)
  }
}
