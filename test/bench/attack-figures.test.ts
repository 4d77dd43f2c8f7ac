import { expect, test } from 'vitest'

import { withAttacks } from './attack-figures.ts'

test('the page shows each kind of attack with its cases and failures', () => {
  const page = withAttacks('# Results\n\n## Attacks\n\nOf earlier.\n', {
    date: '2026-11-28',
    machine: 'this one',
    seconds: 90,
    attacks: [{ what: 'forged', cases: 3, failures: ['other'] }],
    defaults: { what: 'limits', cases: 85, failures: [] },
  })
  expect(page).not.toContain('Of earlier.')
  expect(page).toContain('| forged | 3 | 1 |')
  expect(page).toContain('| limits | 85 | 0 |')
})
