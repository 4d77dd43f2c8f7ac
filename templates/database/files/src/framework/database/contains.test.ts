import { expect, test } from 'vitest'

import { contains } from './contains.ts'

test('what is searched for is no pattern', () => {
  expect(contains(String.raw`50%_\ off`)).toBe(String.raw`%50\%\_\\ off%`)
})
