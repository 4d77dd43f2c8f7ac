import { expect, test } from 'vitest'

import { codeFrame } from '../../src/dev/code-frame.ts'

const source = Array.from({ length: 12 }, (_, index) => `line ${index + 1}`).join('\n')

test('shows two lines on each side and a caret below the place', () => {
  expect(codeFrame(source, 10, 3)).toBe(
    `   8 | line 8
   9 | line 9
> 10 | line 10
     |   ^
  11 | line 11
  12 | line 12`,
  )
})

test('stops at the ends of the file', () => {
  expect(codeFrame('only', 1)).toBe('> 1 | only')
})

test('keeps the caret under its character behind tabs', () => {
  expect(codeFrame('\tlet a: = 1', 1, 9)).toBe('> 1 | \tlet a: = 1\n    | \t       ^')
})
