import { join } from 'node:path'

import { placeOf } from '../dev/own-place.ts'
import { readMessage } from '../dev/worker-message.ts'
import { elifError, type ElifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import { askProgram, type Asked } from '../process/ask-program.ts'
import { type Environment, readEnvironment } from '../project/environment.ts'
import { askingProgram, type Answerer, readAnswer } from './asking-program.ts'

/** What can be asked, and the function of the app that answers. */
const questions = {
  routes: { path: 'src/framework/http/describe-routes.ts', name: 'describeRoutes' },
  operations: { path: 'src/framework/openapi/describe-api.ts', name: 'describeApi' },
  problems: {
    path: 'src/framework/errors/describe-problems.ts',
    name: 'describeProblems',
    alone: true,
  },
  config: { path: 'src/config.ts', name: 'explainConfig', alone: true },
  versions: { path: 'src/framework/versions/describe-versions.ts', name: 'describeVersions' },
} satisfies Record<string, Answerer>

export type Question = keyof typeof questions

/**
 * Asks an app about itself. Its own code runs in a process of its own, up to where it would begin
 * to listen: no port is opened and no database is asked, so the app need not run, nor be able to.
 */
export async function askApp(
  root: string,
  question: Question,
  given: Environment = process.env,
): Promise<unknown> {
  const answerer: Answerer = questions[question]
  const { path, alone } = answerer
  if (!statusOf(join(root, path))) throw elifError('app-cannot-say', { question, path })
  if (!statusOf(join(root, 'node_modules'))) {
    throw elifError('app-dependencies-missing', { missing: [] })
  }
  const env = alone ? given : withoutServices(readEnvironment(root, given))
  const asked = await askProgram(askingProgram(answerer), { cwd: root, env, patience })
  const answer = asked.messages.map(readAnswer).find((each) => each !== undefined)
  if (answer) return answer.answer
  throw notBuilt(root, asked)
}

const patience = 30_000

/** Nobody connects, so any address will do for an app that has none yet. */
const withoutServices = (environment: Environment) => ({
  ...environment,
  DATABASE_URL: environment['DATABASE_URL'] || 'postgres://nobody@localhost/none',
  LOG_LEVEL: 'silent',
})

function notBuilt(root: string, { messages, output, exitCode }: Asked): ElifError {
  const told = messages.map(readMessage).find((each) => each?.kind === 'failure')
  const { message, stack = '' } = told?.failure ?? {
    message: output || `it ended with ${exitCode}`,
  }
  const at = placeOf(root, `${stack}\n${output}`)
  return elifError('app-not-built', { message: message.trim() }, at ? { at } : {})
}
