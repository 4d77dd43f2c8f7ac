import { expect, test } from 'vitest'

import { lastLine, skippedIn, tallyOf, total } from './tally.ts'

const passed = { status: 'passed', fullName: 'kites fly' }

const report = (values: object) => ({
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed, passed, passed] },
  ],
  ...values,
})

test('counts what passed, failed and was skipped', () => {
  const counted = tallyOf(
    report({ success: false, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }),
  )
  expect(counted).toEqual({ passed: 3, failed: 2, skipped: 2 })
})

test('names what was skipped', () => {
  const skipped = { status: 'skipped', fullName: 'kites fly in the rain' }
  const file = { name: 'a.test.ts', status: 'passed', assertionResults: [passed, skipped] }
  expect(skippedIn(report({ testResults: [file] }))).toEqual(['kites fly in the rain'])
})

test('a file that cannot be loaded is a failure although none of its tests failed', () => {
  const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
  expect(tallyOf(report({ success: false, testResults: [broken] })).failed).toBe(1)
})

test('an error outside of every test is a failure', () => {
  expect(tallyOf(report({ success: false })).failed).toBe(1)
})

test('the last line names skipped tests only when there are any', () => {
  const tallies = [
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 3, failed: 2, skipped: 0 },
  ]
  expect(lastLine(total(tallies))).toBe('tests: 4 passed, 2 failed')
  expect(lastLine({ passed: 1, failed: 0, skipped: 5 })).toBe(
    'tests: 1 passed, 0 failed, 5 skipped',
  )
})
