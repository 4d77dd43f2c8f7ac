import { join } from 'node:path'

import type { ScratchDatabase } from '../database/scratch-database.ts'
import { statusOf } from '../files/file-system.ts'
import { run } from '../process/run.ts'
import type { Environment } from '../project/environment.ts'
import type { ProofCheck } from '../recipe/outcome.ts'
import type { ChangeSet } from '../workspace/change-set.ts'

/** Where a plan is tried: the copy that holds it already, and all that a check may use. */
export type ProofPlace = {
  root: string
  changeSet: ChangeSet
  environment: Environment
  /** Undefined for an app that has none. */
  database: ScratchDatabase | undefined
  /** The words after `elif` that make the plan again; none where that would be another one. */
  again: string[]
  signal: AbortSignal
  onLine: (line: string) => void
}

export type Verdict = Pick<ProofCheck, 'result' | 'says'>

export const passed = (says: string): Verdict => ({ result: 'passed', says })
export const failed = (says: string): Verdict => ({ result: 'failed', says })
export const leftOut = (says: string): Verdict => ({ result: 'left-out', says })

/** Runs a program of the app's own packages; what it prints is the reason when it fails. */
export async function runProgram(
  place: ProofPlace,
  [name, ...words]: [string, ...string[]],
  says: string,
): Promise<Verdict> {
  const command = join(place.root, 'node_modules/.bin', name)
  if (!statusOf(command)) return leftOut(`The app has no ${name}.`)
  const { root, environment, signal, onLine } = place
  const env = { ...environment, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_ENV: undefined }
  const ran = await run({ command, arguments: words }, { cwd: root, env, signal, onLine })
  return ran.exitCode === 0 ? passed(says) : failed(inApp(place, ran.output))
}

/** A text in which paths of the copy are paths of the app. */
export const inApp = ({ root }: ProofPlace, text: string): string =>
  text.replaceAll(`${root}/`, '').replaceAll(root, '.').trim()
