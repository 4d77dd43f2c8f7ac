import { expect, test } from 'vitest'

import { fixedClock } from '../clock/clock.ts'
import { createMemoryRateLimitStore } from './memory-rate-limit-store.ts'

test('memory is bounded, and forgets those first who stayed away', () => {
  const store = createMemoryRateLimitStore({ keys: 100, clock: fixedClock('2026-01-31T12:00:00Z') })
  const limit = { name: 'tried', algorithm: 'sliding-window', quota: 3, window: 60_000 } as const
  const remaining = (key: string) => {
    const taken = store.take(key, limit)
    return taken instanceof Promise ? undefined : taken.remaining
  }
  remaining('away')
  remaining('busy')
  for (let index = 0; index < 40; index += 1) remaining(`flood ${index}`)
  remaining('busy')
  for (let index = 40; index < 80; index += 1) remaining(`flood ${index}`)
  expect(remaining('busy')).toBe(0)
  for (let index = 80; index < 160; index += 1) remaining(`flood ${index}`)
  expect(remaining('away')).toBe(2)
})
