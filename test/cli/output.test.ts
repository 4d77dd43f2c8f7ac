import { expect, test } from 'vitest'

import { outputMode } from '../../src/cli/output.ts'

test('how much is said is read from the words before --', () => {
  expect(outputMode(['migrate', '--json', '-q'])).toEqual({
    json: true,
    quiet: true,
    verbose: false,
  })
  expect(outputMode(['--verbose', '--', '--json', '--quiet'])).toEqual({
    json: false,
    quiet: false,
    verbose: true,
  })
})
