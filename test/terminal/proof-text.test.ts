import { expect, test } from 'vitest'

import { proofText } from '../../src/terminal/proof-text.ts'

test('a proof tells each check in a line, and a failure with all that was said', () => {
  const checks = [
    { name: 'format', result: 'passed', milliseconds: 640, says: '2 files checked.' },
    { name: 'types', result: 'failed', milliseconds: 9961, says: 'src/a.ts(1,1): error\nTwo.' },
    { name: 'tests', result: 'left-out', milliseconds: 0, says: 'The plan brings no tests.' },
  ] as const
  expect(proofText({ passed: false, checks: [...checks] })).toBe(`
  ✓ format      2 files checked.  640 ms
  ✗ types       failed  9961 ms
      src/a.ts(1,1): error
      Two.
  - tests       The plan brings no tests.
`)
})
