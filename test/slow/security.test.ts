import { afterEach, beforeAll, expect, test } from 'vitest'

import { type MadeApp, makeApp } from '../made-app/made-app.ts'
import { runProgram } from '../made-app/run-program.ts'
import { securityDefaults } from './security-defaults.ts'

let app: MadeApp
let restore = () => {}
beforeAll(async () => {
  app = await makeApp()
})
afterEach(() => restore())

const runTests = (files: string[]) =>
  runProgram(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
    cwd: app.root,
    environment: app.environment,
  })

test('the own tests of a new app find nothing wrong with its defaults', async () => {
  const files = [...new Set(securityDefaults.map(({ tests }) => tests))]
  expect(await runTests(files)).toMatchObject({ exitCode: 0 })
})

test.each(securityDefaults)(
  'an app without `$from` in $path fails its own test: $sentence',
  async ({ path, from, to, tests, sentence }) => {
    const whole = app.read(path)
    expect(whole.split(from).length, `how often ${path} says ${from}`).toBe(2)
    restore = () => app.write(path, whole)
    app.write(
      path,
      whole.replace(from, () => to),
    )

    const { exitCode, output } = await runTests([tests])
    expect(exitCode).toBe(1)
    const failed = output.split('\n').filter((line) => line.includes(' FAIL '))
    expect(failed.filter((line) => line.includes(sentence))).not.toEqual([])
  },
)
