import pino from 'pino'
import { expect, test, vi } from 'vitest'

import { Problem } from '../http/problem.ts'
import type { Part } from './part.ts'
import { createParts } from './parts.ts'

const quick = { check: 100, every: 5, first: 5, most: 20 }

/** Parts that write down what they do; `changed` replaces what one of them does. */
function open(names: string[], changed: Record<string, Partial<Part>> = {}) {
  const done: string[] = []
  const parts = createParts(pino({ level: 'silent' }), quick)
  for (const name of names) {
    const start = async () => void done.push(`start ${name}`)
    const stop = async () => void done.push(`stop ${name}`)
    parts.add({ name, start, stop, ...changed[name] })
  }
  return { parts, done, states: () => parts.list.map(({ state }) => state) }
}

const fails = () => Promise.reject(new Error('away'))
const never = () => new Promise(() => {})

test('parts start in order and stop in reverse', async () => {
  const { parts, done, states } = open(['one', 'two'])
  expect(states()).toEqual(['starting', 'starting'])
  await parts.start()
  expect(states()).toEqual(['ready', 'ready'])
  await parts.stop()
  await parts.stop()
  expect([done, states()]).toEqual([
    ['start one', 'start two', 'stop two', 'stop one'],
    ['stopped', 'stopped'],
  ])
})

test('a part that does not start stops those that have, and later ones never begin', async () => {
  const { parts, done, states } = open(['one', 'two', 'three'], { two: { start: fails } })
  await expect(parts.start()).rejects.toThrow('away')
  expect([done, states()]).toEqual([
    ['start one', 'stop one'],
    ['stopped', 'stopped', 'stopped'],
  ])
})

test('what takes too long to start is a failure that names the part', async () => {
  const { parts } = open(['queue'], { queue: { start: never, deadline: 10 } })
  await expect(parts.start()).rejects.toThrow(
    'Starting the queue took longer than 10 milliseconds.',
  )
})

test('one part that does not stop in time, or fails to, does not hold up the others', async () => {
  const { parts, done, states } = open(['one', 'two', 'three'], {
    two: { stop: never, deadline: 200 },
    three: { stop: fails },
  })
  await parts.start()
  const stopped = parts.stop()
  await vi.waitFor(() => expect(states()).toEqual(['ready', 'draining', 'stopped']))
  await stopped
  expect(done.at(-1)).toBe('stop one')
})

test('stopping waits for the part that is just starting, and starts no other', async () => {
  const starting = Promise.withResolvers<void>()
  const { parts, done } = open(['one', 'two'], { one: { start: () => starting.promise } })
  const started = parts.start()
  const stopped = parts.stop()
  starting.resolve()
  await Promise.all([started, stopped])
  expect(done).toEqual(['stop one'])
})

test('a part whose check fails is started again until it succeeds', async () => {
  let isAway = false
  const check = vi.fn<() => Promise<void>>(async () => {
    if (isAway) throw new Error('away')
  })
  const { parts, done, states } = open(['queue'], { queue: { check } })
  await parts.start()
  await vi.waitFor(() => expect(states()).toEqual(['ready']))
  isAway = true
  await vi.waitFor(() => expect(states()).toEqual(['failed']))
  await vi.waitFor(() => expect(check.mock.calls.length).toBeGreaterThan(4))
  isAway = false
  await vi.waitFor(() => expect(states()).toEqual(['ready']))
  await parts.check()
  await parts.stop()
  expect(done.filter((each) => each === 'start queue').length).toBeGreaterThan(1)
  expect(done.at(-1)).toBe('stop queue')
})

test('a check that never ends is a 503, and who asks meanwhile waits for the same one', async () => {
  const check = vi.fn<() => Promise<unknown>>(never)
  const { parts } = open(['queue'], { queue: { check } })
  const [one, other] = await Promise.allSettled([parts.check(), parts.check()])
  expect([one.status, other.status]).toEqual(['rejected', 'rejected'])
  expect(check).toHaveBeenCalledTimes(1)
  const problem = await parts.check().catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 503, message: 'The queue does not answer.' })
  await parts.stop()
})
