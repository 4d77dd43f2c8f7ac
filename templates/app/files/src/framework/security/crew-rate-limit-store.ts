import type { Clock } from '../clock/clock.ts'
import type { Crew } from '../workers/crew.ts'
import type { Lease, UnusedLease } from './rate-limit-leases.ts'
import type { Limit, RateLimitStore, Taken } from './rate-limit-store.ts'

type Held = Lease & { limit: Limit; left: number; usedAt: number }

/** What nobody uses goes back soon, in milliseconds: another worker may need it. */
const IDLE = 250

/** Counts together with the other workers, whose supervisor leases what a caller may still ask for. */
export function createCrewRateLimitStore({
  crew,
  clock,
}: {
  crew: Pick<Crew, 'lease' | 'giveBack'>
  clock: Clock
}): RateLimitStore {
  const leases = new Map<string, Held>()
  const asked = new Map<string, Promise<void>>()
  let sweeping: NodeJS.Timeout | undefined

  /** What a lease still answers; undefined where the supervisor has to be asked. */
  function fromLease(key: string, now: number): Taken | undefined {
    const held = leases.get(key)
    if (!held || isOver(held, now)) return undefined
    const { taken, at } = held
    const resetIn = Math.max(0, taken.resetIn - (now - at))
    const retryIn = Math.max(0, taken.retryIn - (now - at))
    if (held.left > 0) {
      held.left -= 1
      held.usedAt = now
      const remaining = taken.remaining + held.left
      return { allowed: true, remaining, resetIn, retryIn: remaining > 0 ? 0 : retryIn }
    }
    // Refused for a while: a flood is not passed on.
    const isRefused = held.granted === 0 && retryIn > 0 && now - at < IDLE
    return isRefused ? { allowed: false, remaining: 0, resetIn, retryIn } : undefined
  }

  async function ask(key: string, limit: Limit) {
    const last = leases.get(key)
    if (last) crew.giveBack(unusedOf(last))
    leases.delete(key)
    const lease = await crew.lease({ key, limit })
    const usedAt = clock.now().getTime()
    leases.set(key, { ...lease, limit, left: lease.granted, usedAt })
    sweeping ??= setInterval(sweep, IDLE / 2).unref()
  }

  async function askAndTake(key: string, limit: Limit): Promise<Taken> {
    for (;;) {
      const waiting = asked.get(key) ?? ask(key, limit).finally(() => asked.delete(key))
      asked.set(key, waiting)
      await waiting
      const lease = leases.get(key)
      const taken = fromLease(key, clock.now().getTime())
      if (taken) return taken
      if (lease?.granted === 0) return lease.taken
    }
  }

  function sweep() {
    const now = clock.now().getTime()
    const gone = [...leases].filter(([, held]) => now - held.usedAt >= IDLE || isOver(held, now))
    for (const [key] of gone) leases.delete(key)
    crew.giveBack(gone.flatMap(([, held]) => unusedOf(held)))
    if (leases.size > 0) return
    clearInterval(sweeping)
    sweeping = undefined
  }

  return {
    take: (key, { name, algorithm, quota, window }) => {
      const taken = fromLease(key, clock.now().getTime())
      return taken ?? askAndTake(key, { name, algorithm, quota, window })
    },
  }
}

const unusedOf = ({ key, limit, left, at }: Held): UnusedLease[] =>
  left > 0 ? [{ key, limit, unused: left, at }] : []

/** What was counted in one window lets nobody through in the next. */
const isOver = ({ limit: { algorithm, window }, at }: Held, now: number) =>
  algorithm === 'sliding-window' && now - (now % window) > at
