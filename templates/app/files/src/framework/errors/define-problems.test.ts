import { expect, test } from 'vitest'

import { defineProblems } from './define-problems.ts'

const problems = defineProblems({
  invoiceSent: {
    status: 409,
    detail: ({ number }: { number: string }) => `Invoice ${number} was already sent.`,
    hint: ({ number }: { number: string }) => `Write a new one in place of ${number}.`,
  },
  tooLate: { status: 410, detail: 'It is too late for that.', headers: { 'retry-after': '60' } },
})

test('a problem has the code of its name and the words of its values', () => {
  const { status, code, message, extras } = problems.invoiceSent({ number: 'A-1' })
  expect([status, code, message, extras]).toEqual([
    409,
    'invoice-sent',
    'Invoice A-1 was already sent.',
    { hint: 'Write a new one in place of A-1.' },
  ])
})

test('what is said at one place goes before what is always said', () => {
  const { message, extras } = problems.tooLate({ hint: 'Come earlier.' })
  expect([message, extras]).toEqual([
    'It is too late for that.',
    { hint: 'Come earlier.', headers: { 'retry-after': '60' } },
  ])
})

test('a problem that is not defined, or lacks its values, does not compile', () => {
  // @ts-expect-error -- there is no such problem
  expect(() => problems.tooEarly()).toThrow('is not a function')
  // @ts-expect-error -- the number is missing
  expect(() => problems.invoiceSent()).toThrow('undefined')
})
