import { expect, test } from 'vitest'

import { doingAt, errorCodes, isErrorCode, sentencesOf } from '../../src/errors/explain-code.ts'

const codes = errorCodes().filter(isErrorCode)

test.each(codes)('%s can be explained without a value of it', (code) => {
  const { says, hint } = sentencesOf(code)
  expect(says).toMatch(/\w{2}/)
  expect(hint).toMatch(/\w{2}|<\w/)
  expect(says + hint).not.toMatch(/undefined|\[object|\[String|NaN/)
  expect(doingAt(code)).not.toBe('')
})

test('the values of a sentence stand in it by their names', () => {
  expect(sentencesOf('feature-in-use').says).toBe(
    'What goes with <name> is still used:\n  <path>:<line>  <names>',
  )
})
