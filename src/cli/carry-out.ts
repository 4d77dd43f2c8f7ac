import { elifError } from '../errors/elif-error.ts'
import { diskFiles } from '../files/files.ts'
import type { Plan } from '../recipe/plan.ts'
import { leftText, type ShownChange } from '../terminal/plan-text.ts'
import { askWhether, canAsk } from '../terminal/prompts.ts'
import type { Change, ChangeSet } from '../workspace/change-set.ts'
import type { Output } from './output.ts'
import { runSteps, type StepOutcome } from './run-steps.ts'
import { showPlan } from './show-plan.ts'
import { takesAway } from './takes-away.ts'

/** What became of a plan, as `--json` prints it. What cannot be done at all is thrown instead. */
export type Outcome = {
  result: 'applied' | 'applied-with-failed-step' | 'unchanged' | 'declined' | 'refused' | 'planned'
  command: string
  changes: ShownChange[]
  notices: ChangeSet['notices']
  steps: StepOutcome[]
  remarks: string[]
}

export type CarryOut = {
  plan: Plan
  root: string
  version: string
  dryRun: boolean
  yes: boolean
  output: Output
  /** A summary instead of one line a file. */
  brief?: boolean
  /** Files of this machine: they land with the plan and are neither shown nor recorded. */
  local?: Change[]
}

/**
 * Shows a plan, asks where somebody can be asked, applies it with its ledger entry and runs its
 * steps. A dry run is the same path, ended before it asks.
 */
export async function carryOut(wanted: CarryOut): Promise<Outcome> {
  const { plan, root, output, brief = false, dryRun } = wanted
  const { command, changeSet, remarks = [] } = plan
  await refuseConflicts(root, changeSet)
  const changes = await showPlan(changeSet, output, brief && !dryRun)
  const { result, steps } = await carriedOut(wanted)
  if (changeSet.notices.length > 0 && result === 'applied') output.say(partlyApplied)
  else if (!brief || result !== 'applied') output.say(words[result])
  // They speak of the app as it is after the plan.
  const holds = result.startsWith('applied') || result === 'unchanged'
  if (holds) for (const remark of remarks) output.say(remark)
  if (!brief && result === 'applied-with-failed-step') output.complain(leftText(steps))
  return { result, command, changes, notices: changeSet.notices, steps, remarks }
}

const words = {
  applied: 'Applied.',
  'applied-with-failed-step': 'The files are written, but a step failed.',
  unchanged: 'Nothing to do.',
  declined: 'Declined: nothing was changed.',
  refused: 'Nothing was changed: the lines above are yours to paste.',
  planned: 'Dry run: nothing was changed.',
}

const partlyApplied = 'Applied, but for the lines above, which are yours to paste.'

async function carriedOut(wanted: CarryOut): Promise<Pick<Outcome, 'result' | 'steps'>> {
  const { steps } = wanted.plan.changeSet
  const settled = await settledBefore(wanted)
  if (settled)
    return { result: settled, steps: steps.map((each) => ({ ...each, result: 'not-run' })) }
  await land(wanted)
  const ran = await runSteps(steps, wanted.root, wanted.output)
  const failed = ran.some(({ result }) => result === 'failed')
  return { result: failed ? 'applied-with-failed-step' : 'applied', steps: ran }
}

/** The result of a plan that is not applied; undefined when it shall be. */
async function settledBefore(wanted: CarryOut) {
  const { changes, notices } = wanted.plan.changeSet
  if (changes.length === 0) return notices.length > 0 ? 'refused' : 'unchanged'
  if (wanted.dryRun) return 'planned'
  if (wanted.yes || (await agreed(changes, wanted))) return undefined
  return 'declined'
}

/** Whether a person is asked before a plan is applied. */
export const asks = ({ dryRun, yes, output }: Omit<CarryOut, 'plan'>): boolean =>
  !dryRun && !yes && !output.json && canAsk()

/** Without a terminal what only adds is agreed; what takes away has to be asked for by --yes. */
async function agreed(changes: Change[], wanted: CarryOut): Promise<boolean> {
  if (asks(wanted)) return (await askWhether('Apply this plan?', true)) ?? false
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

async function land({ plan, root, version, local = [] }: CarryOut): Promise<void> {
  const { applyChangeSet } = await import('../workspace/apply-change-set.ts')
  const { withLedger } = await import('../ledger/with-ledger.ts')
  const { command, answers, rendered } = plan
  const run = { command, answers, version, rendered }
  const recorded = withLedger(plan.changeSet, run, new Date(), diskFiles(root))
  const all = { ...recorded, changes: [...recorded.changes, ...local] }
  await applyChangeSet(root, all, { command })
}

/** 0 when what was asked for is so; 1 when it is not, or not without the user's own hands. */
export function exitCodeOf({ result, notices }: Outcome): 0 | 1 {
  const done = result === 'applied' || result === 'unchanged' || result === 'planned'
  return done && notices.length === 0 ? 0 : 1
}
