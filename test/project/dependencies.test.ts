import { describe, expect, test } from 'vitest'

import { asksForOthers, isDependency, versionJudge } from '../../src/project/dependencies.ts'

test.each([
  ['1.2.4', '1.2.3', 'mine'],
  ['1.2.3', '1.2.3', 'mine'],
  ['^2.0.0', '1.9.9', 'mine'],
  ['1.2.3', '1.3.0', 'theirs'],
  ['~1.2.0', '1.2.3', 'theirs'],
  ['file:../own', '1.0.0', undefined],
  ['github:own/fork', '1.0.0', undefined],
  [7, '1.0.0', undefined],
])('of %s and %s an app has %s', async (mine, theirs, verdict) => {
  expect((await versionJudge())(mine, theirs)).toBe(verdict)
})

test('only entries of the lists of packages are dependencies', () => {
  expect(isDependency(['dependencies', 'pg'])).toBe(true)
  expect(isDependency(['dependencies'])).toBe(false)
  expect(isDependency(['scripts', 'test'])).toBe(false)
})

const pg = (version: string) => JSON.stringify({ name: 'shop', dependencies: { pg: version } })

describe('npm is asked for other packages', () => {
  test('when a version differs', () => {
    expect(asksForOthers(pg('8.0.0'), pg('8.1.0'))).toBe(true)
  })

  test('not when anything else does', () => {
    expect(asksForOthers(pg('8.0.0'), `\ufeff${pg('8.0.0').replace('shop', 'other')}`)).toBe(false)
  })
})
