import { beforeAll, expect, test } from 'vitest'

import { securityDefaults } from '../attacks/security-defaults.ts'
import { failedWithout, runTests } from '../attacks/tests-without.ts'
import { type MadeApp, makeApp } from '../made-app/made-app.ts'

let app: MadeApp
beforeAll(async () => {
  app = await makeApp()
})

test('the own tests of a new app find nothing wrong with its defaults', async () => {
  const files = [...new Set(securityDefaults.map(({ tests }) => tests))]
  expect(await runTests(files, app)).toMatchObject({ exitCode: 0 })
})

test.each(securityDefaults)(
  'an app without `$from` in $path fails its own test: $sentence',
  async (taken) => {
    expect(app.read(taken.path).split(taken.from)).toHaveLength(2)
    const failed = await failedWithout(taken, app)
    expect(failed.filter((line) => line.includes(taken.sentence))).not.toEqual([])
  },
)
