import { expect, test } from 'vitest'

import { rebased } from '../../src/text/rebased.ts'

const text = (...lines: string[]) => lines.map((line) => `${line}\n`).join('')

test('takes lines out that stand right beside new ones', () => {
  const base = text('a', 'theirs', 'z')
  const mine = text('a', 'new', 'theirs', 'newer', 'z')
  expect(rebased({ base, mine, theirs: text('a', 'z') })).toEqual({
    base: text('a', 'z'),
    mine: text('a', 'new', 'newer', 'z'),
  })
})

test('takes a word out of a line that got others', () => {
  const base = text('return { routes, reels }')
  const mine = text('return { routes, reels, lines }')
  expect(rebased({ base, mine, theirs: text('return { routes }') }).mine).toBe(
    text('return { routes, lines }'),
  )
})

test('leaves alone what no longer stands together', () => {
  const base = text('a', 'one', 'two', 'z')
  const mine = text('a', 'one', 'between', 'two', 'z')
  const theirs = text('a', 'z')
  expect(rebased({ base, mine, theirs })).toEqual({ base, mine })
})

test('puts lines back between neighbours that are still neighbours', () => {
  const base = text('a', 'z')
  const mine = text('x', 'a', 'z', 'y')
  expect(rebased({ base, mine, theirs: text('a', 'back', 'z') }).mine).toBe(
    text('x', 'a', 'back', 'z', 'y'),
  )
})
