import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { installedFeatures } from '../project/installed-features.ts'
import { refuseWithout } from '../project/refuse-without.ts'
import type { Notice } from '../workspace/change-set.ts'
import { earlierRun, sameAnswers } from './earlier-run.ts'
import type { OnExisting } from './existing.ts'
import { type Plan, planOf } from './plan.ts'
import { recipeNamed, stageRecipe } from './recipes.ts'

type Once = Pick<Plan, 'command' | 'answers' | 'remarks'> & {
  files: Files
  onExisting?: OnExisting | undefined
  recipe: string
  /** Whether anything of it is in the app; only then is the ledger searched. */
  isThere: boolean
  /** Whether nothing of it is left to do, whoever did it. */
  isDone?: boolean
}

/**
 * Plans what a recipe makes, unless an earlier run made it: the same answers plan nothing, and
 * other answers are refused. What has become of the files since is their owner's.
 */
export async function planOnce({ recipe, isThere, isDone, ...options }: Once): Promise<Plan> {
  const { files, command, answers } = options
  const { needs } = await recipeNamed(recipe)
  if (needs.length > 0)
    refuseWithout(installedFeatures(files), needs, command.split(' ', 1)[0] ?? '')
  const before = isThere ? earlierRun(files, command) : undefined
  if (before === undefined) {
    return planOf(options, async (app) => {
      if (!isDone) await stageRecipe(app, recipe, answers)
    })
  }
  if (sameAnswers(before.answers, answers)) {
    const remarks = [`${command} was carried out before.`, ...before.notices.map(leftThen)]
    return planOf({ ...options, remarks }, async () => {})
  }
  throw elifError('made-differently', {
    what: command,
    before: said(before.answers),
    now: said(answers),
  })
}

/** Nobody knows whether the lines have been pasted since. */
const leftThen = ({ path, paste }: Notice) => `It left these lines for ${path} to you:\n${paste}`

/** Answers as a person would say them: `fields: name:string price:decimal(10,2), module: catalog`. */
const said = (answers: Record<string, unknown>) =>
  Object.entries(answers)
    .filter(([name]) => name !== 'at' && name !== 'name')
    .map(([name, value]) => `${name} ${[value].flat().join(' ')}`)
    .join(', ') || 'nothing'
