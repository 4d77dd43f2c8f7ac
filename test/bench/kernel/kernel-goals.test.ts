import { expect, test } from 'vitest'

import { loadGoals } from './kernel-goals.ts'

const waits = (count: number, p99: number) => ({ count, p50: p99 / 2, p99, most: p99 })
const none = { reset: 0, timeout: 0, other: 0, withoutRetryAfter: 0 }
const held = { connections: 1000, before: 120, megabytes: 200, first: 1000, second: 1000 }
const atLoad = {
  times: 1,
  perSecond: 900,
  sent: 9000,
  accepted: waits(9000, 40),
  shed: waits(0, 0),
}
const overloaded = {
  times: 2,
  perSecond: 1800,
  sent: 18_000,
  accepted: waits(8000, 70),
  shed: waits(10_000, 45),
}

const missed = (...[overload, holding]: Parameters<typeof loadGoals>) =>
  loadGoals(overload, holding)
    .filter(({ reached }) => !reached)
    .map(({ what, measured }) => `${what}: ${measured}`)

test('an app that refuses in time and loses nothing reaches what is wanted', () => {
  expect(
    missed(
      [
        { ...atLoad, ...none },
        { ...overloaded, ...none },
      ],
      held,
    ),
  ).toEqual([])
})

test('whatever was neither taken nor refused in time is told', () => {
  const late = { ...overloaded, ...none, reset: 1, timeout: 2, shed: waits(10_000, 51) }
  const lost = { ...held, megabytes: 251, second: 999 }
  expect(
    missed(
      [
        { ...atLoad, ...none },
        { ...late, accepted: waits(8000, 81) },
      ],
      lost,
    ),
  ).toEqual([
    'resets, timeouts and other answers at twice the load: 3',
    'p99 until a refusal at twice the load: 51 ms',
    'p99 of what is taken, at twice the load / at the load: 2.02x',
    'memory with 1000 idle connections: 251 MB',
    'idle connections that were not answered: 1',
  ])
})

test('refusals without a time to come again do not count as such', () => {
  const silent = { ...overloaded, ...none, withoutRetryAfter: 3 }
  expect(missed([{ ...atLoad, ...none }, silent], held)).toEqual([
    'resets, timeouts and other answers at twice the load: 3',
  ])
})
