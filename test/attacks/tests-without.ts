import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Ran, runProgram } from '../made-app/run-program.ts'
import type { TakenAway } from './security-defaults.ts'

type App = { root: string; environment: Record<string, string> }

/** Runs these of the app's own tests. */
export const runTests = (files: string[], { root, environment }: App): Promise<Ran> =>
  runProgram(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...files], {
    cwd: root,
    environment,
  })

/** The names of the app's own tests that fail while it lacks a default, which it has again afterwards. */
export async function failedWithout(
  { path, from, to, tests }: TakenAway,
  app: App,
): Promise<string[]> {
  const file = join(app.root, path)
  const whole = readFileSync(file, 'utf8')
  const less = whole.replace(from, () => to)
  if (less === whole) throw new Error(`${path} does not say ${from}`)
  writeFileSync(file, less)
  try {
    const { output } = await runTests([tests], app)
    return output.split('\n').filter((line) => line.includes(' FAIL '))
  } finally {
    writeFileSync(file, whole)
  }
}
