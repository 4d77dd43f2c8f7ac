import pino from 'pino'
import { expect, test } from 'vitest'

import type { Member } from './member.ts'
import { createPlace } from './place.ts'

/** A worker that becomes ready and ends when it is told to. */
function createMember() {
  const ready = Promise.withResolvers<boolean>()
  const ended = Promise.withResolvers<string>()
  const member: Member = {
    pid: 1,
    ready: ready.promise,
    ended: ended.promise,
    health: undefined,
    readyFor: 1,
    silentFor: 0,
    heard() {},
    signal() {},
    kill() {},
    order() {},
    async end() {
      ready.resolve(false)
      ended.resolve('with 0')
    },
  }
  return Object.assign(member, { become: () => ready.resolve(true) })
}

function open() {
  const started: ReturnType<typeof createMember>[] = []
  const lines: string[] = []
  const place = createPlace({
    start() {
      const member = createMember()
      started.push(member)
      return member
    },
    backoff: { first: 1, most: 1, calm: 1 },
    log: pino({}, { write: (line: string) => void lines.push(line) }),
    onFailure() {},
  })
  place.occupy(createMember())
  return { place, started, lines }
}

test('a place that was given up starts nobody any more', async () => {
  const { place, started } = open()
  await place.stop()
  expect(await place.replace()).toBe(false)
  expect(started).toEqual([])
})

test('a worker that is told to end before it was ready is no failure', async () => {
  const { place, started, lines } = open()
  const replaced = place.replace()
  await place.stop()
  await started[0]?.end({ kind: 'stop' })
  expect([await replaced, lines]).toEqual([false, []])
})

test('the worker before leaves once the other is ready', async () => {
  const { place, started } = open()
  const [first, replaced] = [place.member, place.replace()]
  expect(place.member).toBe(first)
  started[0]?.become()
  expect([await replaced, place.member]).toEqual([true, started[0]])
  expect(await first?.ended).toBe('with 0')
})
