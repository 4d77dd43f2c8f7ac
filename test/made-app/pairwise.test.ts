import { expect, test } from 'vitest'

import { everyCase, pairwise } from './pairwise.ts'

const factors = {
  ends: ['lf', 'crlf'],
  name: ['plain', 'dots', 'scoped'],
  server: ['given', 'embedded'],
} as const

test('every two values of different factors meet, in far fewer cases than there are', () => {
  const cases = pairwise(factors)

  const met = (left: string, right: string) =>
    cases.some((each) =>
      [left, right].every((value) => Object.values<string>(each).includes(value)),
    )
  for (const ends of factors.ends) {
    for (const name of factors.name) {
      for (const server of factors.server) {
        expect([met(ends, name), met(ends, server), met(name, server)]).toEqual([true, true, true])
      }
    }
  }
  expect(cases.length).toBe(6)
  expect(everyCase(factors).length).toBe(12)
})
