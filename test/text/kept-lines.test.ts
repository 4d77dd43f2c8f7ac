import { expect, test } from 'vitest'

import { keptLines } from '../../src/text/kept-lines.ts'

test('counts the lines that an older text had in the same order', async () => {
  expect([...(await keptLines('a\nb\nc\n', 'a\nx\nb\n}\nc\n'))]).toEqual([1, 3, 5, 6])
  expect([...(await keptLines('', 'a\n'))]).toEqual([2])
})
