import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Ran, runProgram } from '../made-app/run-program.ts'
import type { TakenAway } from './security-defaults.ts'

type App = { root: string; environment: Record<string, string> }

/** Runs these of the app's own tests, by their files and, with `sentence`, by what they are called. */
export function runTests(files: string[], app: App, sentence = ''): Promise<Ran> {
  const named = sentence === '' ? [] : ['--testNamePattern', RegExp.escape(sentence)]
  const words = ['node_modules/vitest/vitest.mjs', 'run', ...files, ...named]
  return runProgram(process.execPath, words, { cwd: app.root, environment: app.environment })
}

/** Whether the app's own test fails while it lacks a default, which it has again afterwards. */
export async function failsWithout(
  { path, from, to, tests, sentence }: TakenAway,
  app: App,
): Promise<boolean> {
  const file = join(app.root, path)
  const whole = readFileSync(file, 'utf8')
  const less = whole.replace(from, () => to)
  if (less === whole) throw new Error(`${path} does not say ${from}`)
  writeFileSync(file, less)
  try {
    const { output } = await runTests([tests], app, sentence)
    return output.split('\n').some((line) => line.includes(' FAIL ') && line.includes(sentence))
  } finally {
    writeFileSync(file, whole)
  }
}
