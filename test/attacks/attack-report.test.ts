import { expect, test } from 'vitest'

import { attacksIn } from './attack-report.ts'

const file = (path: string, ...assertionResults: { title: string; status: string }[]) => ({
  name: `/shop/${path}`,
  assertionResults,
})

test('counts the cases of each kind, without those that were skipped, and names what failed', () => {
  const report = {
    testResults: [
      file(
        'src/framework/security/csrf.test.ts',
        { title: 'one', status: 'passed' },
        { title: 'other', status: 'failed' },
      ),
      file('src/framework/security/csrf-attacks.test.ts', { title: 'more', status: 'passed' }),
      file('test/naughty.test.ts', { title: 'later', status: 'skipped' }),
      file('test/app.test.ts', { title: 'no attack', status: 'failed' }),
    ],
  }
  expect(attacksIn(report, '/shop').filter(({ cases }) => cases > 0)).toEqual([
    { what: 'writes forged from other sites', cases: 3, failures: ['other'] },
  ])
})
