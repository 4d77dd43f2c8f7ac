import { join } from 'node:path'

import { statusOf } from '../files/file-system.ts'
import { run } from '../process/run.ts'
import { installing } from '../recipe/installing.ts'
import type { ProofCheck } from '../recipe/outcome.ts'
import { parseJson } from '../text/parse-json.ts'
import { fileWrites } from '../workspace/file-writes.ts'
import { proveBoot } from './proof-boot.ts'
import { proveMigrations } from './proof-migrations.ts'
import {
  failed,
  inApp,
  leftOut,
  passed,
  type ProofPlace,
  runProgram,
  type Verdict,
} from './proof-place.ts'

type Check = {
  name: ProofCheck['name']
  why: string
  look: (place: ProofPlace) => Promise<Verdict>
}

/** What a plan has to stand, the cheap ones first. */
export const proofChecks: Check[] = [
  { name: 'packages', why: 'what the plan lets npm install', look: provePackages },
  { name: 'format', why: 'are the files laid out as the app wants them', look: proveFormat },
  { name: 'types', why: "does the app's own compiler agree", look: proveTypes },
  { name: 'migrations', why: 'up, down and up on an empty database', look: proveMigrations },
  { name: 'boot', why: 'does the app start and call itself ready', look: proveBoot },
  { name: 'tests', why: 'do the new and changed tests pass', look: proveTests },
  { name: 'again', why: 'does a second run change nothing', look: proveAgain },
]

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const written = ({ changeSet }: ProofPlace): string[] =>
  fileWrites(changeSet).flatMap(({ path, after }) => (after === undefined ? [] : [path]))

async function provePackages(place: ProofPlace): Promise<Verdict> {
  const { root, environment, signal, onLine } = place
  if (statusOf(join(root, 'node_modules'))) return leftOut('The plan installs none.')
  const { exitCode, output } = await run(installing, {
    cwd: root,
    env: environment,
    signal,
    onLine,
  })
  return exitCode === 0 ? passed('Installed in the copy.') : failed(inApp(place, output))
}

async function proveFormat(place: ProofPlace): Promise<Verdict> {
  const paths = written(place)
  if (paths.length === 0) return leftOut('The plan writes no file.')
  const words = ['--check', '--ignore-unknown', '--', ...paths]
  return runProgram(place, ['prettier', ...words], `${counted(paths.length, 'file')} checked.`)
}

function proveTypes(place: ProofPlace): Promise<Verdict> {
  return runProgram(place, ['tsc', '--noEmit', '-p', '.'], 'The whole app was checked.')
}

async function proveTests(place: ProofPlace): Promise<Verdict> {
  const paths = written(place).filter((path) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path))
  if (paths.length === 0) return leftOut('The plan brings no tests.')
  const given = place.database && { DATABASE_URL: place.database.server }
  const environment = { ...place.environment, ...given }
  const says = `${counted(paths.length, 'file')} of tests passed.`
  return runProgram({ ...place, environment }, ['vitest', 'run', ...paths], says)
}

async function proveAgain(place: ProofPlace): Promise<Verdict> {
  const { root, again, environment, signal } = place
  if (again.length === 0) return leftOut('A second run of this command is another plan.')
  const [program = ''] = process.argv.slice(1)
  const words = [...process.execArgv, program, ...again]
  const ran = await run(
    { command: process.execPath, arguments: words },
    { cwd: root, env: environment, signal },
  )
  const paths = changedBy(ran.output)
  if (ran.exitCode !== 0 || paths === undefined) return failed(ran.output.trim())
  if (paths.length === 0) return passed('A second run changes nothing.')
  return failed(`A second run would change ${paths.join(', ')}.`)
}

/** The paths in the answer of a dry run; undefined when it is no such answer. */
function changedBy(printed: string): string[] | undefined {
  const answer: unknown = parseJson(printed)
  if (typeof answer !== 'object' || answer === null || !('changes' in answer)) return undefined
  const changes: unknown[] = Array.isArray(answer.changes) ? answer.changes : []
  return changes.map((change) => String(Object(change).path))
}
