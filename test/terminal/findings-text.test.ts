import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import { finding, type Finding } from '../../src/check/finding.ts'
import { findingsSummary, findingsText } from '../../src/terminal/findings-text.ts'

const pending = finding('warning', { path: 'database/migrations/a.ts' }, 'migration-pending', {
  name: 'a',
})
const open = finding('info', { path: 'src/a-policy.ts', line: 5 }, 'write-open', {
  what: 'create, update and remove kites',
})

test('shows what, where, the way out and the code of each finding', () => {
  expect(stripVTControlCharacters(findingsText([pending, open]))).toBe(
    `warning  The migration a is not applied.
  at database/migrations/a.ts
  Apply it: ./elif migrate
  (migration-pending)

info  Anybody may create, update and remove kites, and nobody has decided that.
  at src/a-policy.ts:5
  Give each action in the policy a function of the request, or 'public'; production refuses to start with 'open'.
  (write-open)`,
  )
})

test('counts what was found', () => {
  const broken: Finding = { ...pending, severity: 'error' }
  expect(findingsSummary([broken, broken, pending, open])).toBe('2 errors, 1 warning, 1 to know.')
  expect(findingsSummary([])).toBe('Nothing is wrong.')
})
