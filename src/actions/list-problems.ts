import { join } from 'node:path'

import { z } from 'zod'

import { ElifError } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'
import { frameworkProblemsFile, problemsFile } from '../project/layout.ts'
import { askApp } from './ask-app.ts'

const AppProblem = z.object({
  code: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  hint: z.string().optional(),
  definedIn: z.enum(['app', 'framework']),
})

/** A kind of problem that the app answers callers with, and where it is defined. */
export type AppProblem = z.infer<typeof AppProblem> & { place?: { file: string; line: number } }

/** What an app may answer callers with, from its own code; nothing where it cannot be asked that. */
export async function listProblems(root: string): Promise<AppProblem[]> {
  try {
    const problems = z.array(AppProblem).parse(await askApp(root, 'problems'))
    return problems.map((problem) => placed(problem, root))
  } catch (fault) {
    const isLacking = fault instanceof ElifError && lacking.has(fault.code)
    if (isLacking) return []
    throw fault
  }
}

/** An app that an earlier elif made, or whose packages are not there. */
const lacking = new Set(['app-cannot-say', 'app-dependencies-missing'])

function placed(problem: AppProblem, root: string): AppProblem {
  const file = problem.definedIn === 'app' ? problemsFile : frameworkProblemsFile
  const name = problem.code.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const lines = (readText(join(root, file)) ?? '').split('\n')
  const line = lines.findIndex((each) => each.trimStart().startsWith(`${name}:`)) + 1
  return line === 0 ? problem : Object.assign(problem, { place: { file, line } })
}
