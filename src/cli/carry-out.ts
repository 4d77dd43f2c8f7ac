import { elifError } from '../errors/elif-error.ts'
import type { Plan } from '../recipe/plan.ts'
import { askWhether, canAsk } from '../terminal/prompts.ts'
import type { Change, ChangeSet } from '../workspace/change-set.ts'
import type { Output } from './output.ts'
import { runSteps, type StepOutcome } from './run-steps.ts'
import { showPlan } from './show-plan.ts'
import { takesAway } from './takes-away.ts'
import type { ShownChange } from '../terminal/plan-text.ts'

/** What became of a plan, as `--json` prints it. What cannot be done at all is thrown instead. */
export type Outcome = {
  result: 'applied' | 'applied-with-failed-step' | 'unchanged' | 'declined' | 'refused' | 'planned'
  command: string
  changes: ShownChange[]
  notices: ChangeSet['notices']
  steps: StepOutcome[]
}

export type CarryOut = {
  plan: Plan
  root: string
  version: string
  dryRun: boolean
  yes: boolean
  output: Output
}

/**
 * Shows a plan, asks where somebody can be asked, applies it with its ledger entry and runs its
 * steps. A dry run is the same path, ended before it asks.
 */
export async function carryOut(wanted: CarryOut): Promise<Outcome> {
  const { plan, root, output } = wanted
  const { notices, steps } = plan.changeSet
  await refuseConflicts(root, plan.changeSet)
  const changes = await showPlan(plan.changeSet, output)
  const notRun = steps.map((step) => ({ ...step, result: 'not-run' as const }))
  const settled = await settledBefore(wanted)
  if (settled) {
    output.say(words[settled])
    return { result: settled, command: plan.command, changes, notices, steps: notRun }
  }
  await land(wanted)
  const ran = await runSteps(steps, root, output)
  const failed = ran.some((step) => step.result === 'failed')
  const result = failed ? 'applied-with-failed-step' : 'applied'
  if (!failed) output.say(words.applied)
  return { result, command: plan.command, changes, notices, steps: ran }
}

const words = {
  applied: 'Applied.',
  unchanged: 'Nothing to do: everything is there already.',
  declined: 'Declined: nothing was changed.',
  refused: 'Nothing was changed: what is left is yours to paste.',
  planned: 'Dry run: nothing was changed.',
}

/** The result of a plan that is not applied; undefined when it shall be. */
async function settledBefore({ plan, dryRun, yes, output }: CarryOut) {
  const { changes, notices } = plan.changeSet
  if (changes.length === 0) return notices.some(mustPaste) ? 'refused' : 'unchanged'
  if (dryRun) return 'planned'
  if (yes || (await agreed(changes, output))) return undefined
  return 'declined'
}

/** Without a terminal what only adds is agreed; what takes away has to be asked for by --yes. */
async function agreed(changes: Change[], output: Output): Promise<boolean> {
  if (canAsk() && !output.json) return (await askWhether('Apply this plan?', true)) ?? false
  const losing = changes.filter(takesAway)
  if (losing.length === 0) return true
  const paths = losing.map((change) => (change.kind === 'move' ? change.from : change.path))
  throw elifError('confirmation-needed', { paths })
}

async function refuseConflicts(root: string, changeSet: ChangeSet): Promise<void> {
  const { findConflicts } = await import('../workspace/find-conflicts.ts')
  const conflicts = await findConflicts(root, changeSet)
  if (conflicts.length > 0) throw elifError('change-conflicts', { conflicts })
}

async function land({ plan, root, version }: CarryOut): Promise<void> {
  const { applyChangeSet } = await import('../workspace/apply-change-set.ts')
  const { withLedger } = await import('../ledger/with-ledger.ts')
  const { command, answers, rendered } = plan
  const recorded = withLedger(plan.changeSet, { command, answers, version, rendered }, new Date())
  await applyChangeSet(root, recorded, { command })
}

/** A notice without lines to paste only informs. */
export const mustPaste = ({ paste }: { paste: string }) => paste !== ''

/** 0 when what was asked for is so; 1 when it is not, or not without the user's own hands. */
export function exitCodeOf({ result, notices }: Outcome): 0 | 1 {
  const done = result === 'applied' || result === 'unchanged' || result === 'planned'
  return done && !notices.some(mustPaste) ? 0 : 1
}
