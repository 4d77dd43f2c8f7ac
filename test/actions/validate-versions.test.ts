import { expect, test } from 'vitest'

import type { ToldVersions } from '../../src/actions/list-versions.ts'
import { findingsIn } from '../../src/actions/validate-versions.ts'

const routes = ['GET /v1/kites']
const sound = { name: '2', routes }

/** What is wrong with an old version beside a sound one. */
const wrong = (version: object, more: Partial<ToldVersions> = {}) =>
  findingsIn(
    { by: 'path', current: '2', versions: [{ name: '1', routes, ...version }, sound], ...more },
    '2026-11-20',
  ).map(({ severity, version: name, says }) => `${severity} ${name} ${says}`)

test('versions that fit together have no findings', () => {
  expect(wrong({})).toEqual([])
  expect(wrong({ deprecated: '2026-01-01', sunset: '2026-12-31' })).toEqual([])
  expect(wrong({ deprecated: '2025-01-01', sunset: '2026-01-01', routes: [] })).toEqual([])
})

test.each([
  [{ deprecated: '2026-02-30' }, 'error 1 has "2026-02-30", which is no day.'],
  [{ sunset: '2027-01-01' }, 'error 1 ends on 2027-01-01 and is not deprecated before.'],
  [
    { deprecated: '2027-01-02', sunset: '2027-01-01' },
    'error 1 is deprecated on 2027-01-02 only, after its end on 2027-01-01.',
  ],
  [{ routes: [] }, 'error 1 has no route.'],
  [
    { deprecated: '2026-01-01', sunset: '2026-11-20' },
    'info 1 is answered no more since 2026-11-20, and its routes are still there.',
  ],
])('%o is told', (version, told) => {
  expect(wrong(version)).toEqual([told])
})

test('a current version that is deprecated or missing is told', () => {
  expect(wrong({ deprecated: '2026-01-01' }, { current: '1' })).toEqual([
    'error 1 is current and deprecated.',
  ])
  expect(wrong({}, { current: '3' })).toEqual(['error 3 is current and not among 1, 2.'])
})
