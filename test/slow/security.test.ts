import { beforeAll, expect, test } from 'vitest'

import { securityDefaults } from '../attacks/security-defaults.ts'
import { failsWithout, runTests } from '../attacks/tests-without.ts'
import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { isFull } from '../tiers/full.ts'

/** Each is taken away in a full run, every third one otherwise. */
const sample = securityDefaults.filter((_, index) => isFull || index % 3 === 0)

let app: MadeApp
beforeAll(async () => {
  app = await makeApp()
})

test('the own tests of a new app find nothing wrong with its defaults', async () => {
  const files = [...new Set(securityDefaults.map(({ tests }) => tests))]
  expect(await runTests(files, app)).toMatchObject({ exitCode: 0 })
})

test('each default stands once in a new app', () => {
  const times = securityDefaults.map(({ path, from }) => app.read(path).split(from).length - 1)
  expect(times).toEqual(securityDefaults.map(() => 1))
})

test.each(sample)(
  'an app without `$from` in $path fails its own test: $sentence',
  async (taken) => {
    expect(await failsWithout(taken, app)).toBe(true)
  },
)
