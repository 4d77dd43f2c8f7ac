import { ElifError, elifError } from '../errors/elif-error.ts'
import type { Outcome } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import { takesAway } from '../recipe/takes-away.ts'
import { leftText } from '../terminal/plan-text.ts'
import { askWhether, canAsk } from '../terminal/prompts.ts'
import type { Change, ChangeSet } from '../workspace/change-set.ts'
import { keepPlan } from './keep-plan.ts'
import type { Output } from './output.ts'
import { runSteps } from './run-steps.ts'
import { showPlan } from './show-plan.ts'
import { showProof } from './show-proof.ts'

export type CarryOut = {
  plan: Plan
  root: string
  version: string
  dryRun: boolean
  yes: boolean
  output: Output
  /** Shows the contents of new and of deleted files too. */
  diff?: boolean
  /** Keeps the plan to be applied later instead. */
  keep?: boolean
  /** Carries it out on a copy of the app first. */
  prove?: boolean
  /** The words that make the same plan again; none where that would be another one. */
  again?: string[]
  /** A summary instead of one line a file. */
  brief?: boolean
  /** Files of this machine: they land with the plan and are neither shown nor recorded. */
  local?: Change[]
}

/**
 * Shows a plan, proves it, asks where somebody can be asked, applies it with its ledger entry and
 * runs its steps. A dry run is the same path, ended before it asks.
 */
export async function carryOut(wanted: CarryOut): Promise<Outcome> {
  const { plan, root, output, brief = false, dryRun, keep = false } = wanted
  const { command, changeSet, remarks = [] } = plan
  await refuseConflicts(root, changeSet)
  const withDiffs = wanted.diff || keep
  const changes = await showPlan(changeSet, output, { brief: brief && !dryRun, withDiffs })
  const { result, ...became } = await carriedOut(wanted)
  const isKept = keep && result === 'planned'
  if (changeSet.notices.length > 0 && result === 'applied') output.say(partlyApplied)
  else if (!isKept && (!brief || result !== 'applied')) output.say(words[result])
  // They speak of the app as it is after the plan.
  const holds = result.startsWith('applied') || result === 'unchanged'
  if (holds) for (const remark of remarks) output.say(remark)
  if (!brief && result === 'applied-with-failed-step') output.complain(leftText(became.steps))
  const outcome = { result, command, changes, notices: changeSet.notices, ...became, remarks }
  return isKept ? keepPlan(wanted, { ...outcome, result }) : outcome
}

const words = {
  applied: 'Applied.',
  'applied-with-failed-step': 'The files are written, but a step failed.',
  unchanged: 'Nothing to do.',
  declined: 'Declined: nothing was changed.',
  refused: 'Nothing was changed: the lines above are yours to paste.',
  planned: 'Dry run: nothing was changed.',
  failed: 'Nothing was changed: the plan does not hold what it promises.',
}

const partlyApplied = 'Applied, but for the lines above, which are yours to paste.'

type Became = Pick<Outcome, 'result' | 'steps' | 'proof'>

async function carriedOut(wanted: CarryOut): Promise<Became> {
  const { ledger, changeSet } = wanted.plan
  const { changes, notices, steps } = changeSet
  const unrun = steps.map((each) => ({ ...each, result: 'not-run' as const }))
  if (changes.length === 0 && !ledger) {
    return { result: notices.length > 0 ? 'refused' : 'unchanged', steps: unrun }
  }
  const proved = wanted.prove ? { proof: await showProof(wanted) } : {}
  const settled = proved.proof?.passed === false ? 'failed' : await settledBefore(wanted)
  if (settled) return { result: settled, steps: unrun, ...proved }
  const { landPlan } = await import('../actions/land-plan.ts')
  await landPlan(wanted)
  const ran = await runSteps(steps, wanted.root, wanted.output)
  const failed = ran.some(({ result }) => result === 'failed')
  return { result: failed ? 'applied-with-failed-step' : 'applied', steps: ran, ...proved }
}

/** The result of a plan that is not applied; undefined when it shall be. */
async function settledBefore(wanted: CarryOut): Promise<'planned' | 'declined' | undefined> {
  if (wanted.dryRun || wanted.keep) return 'planned'
  const { changes } = wanted.plan.changeSet
  if (wanted.yes || (await agreed(changes, wanted))) return undefined
  return 'declined'
}

/** Whether a person is asked before a plan is applied. */
export const asks = ({ dryRun, keep, yes, output }: Omit<CarryOut, 'plan'>): boolean =>
  !dryRun && !keep && !yes && !output.json && canAsk()

/** Without a terminal what only adds is agreed; what takes away has to be asked for by --yes. */
async function agreed(changes: Change[], wanted: CarryOut): Promise<boolean> {
  if (asks(wanted)) return (await askWhether('Apply this plan?', true)) ?? false
  const losing = changes.filter(takesAway)
  if (losing.length === 0) return true
  const paths = losing.map((change) => (change.kind === 'move' ? change.from : change.path))
  throw elifError('confirmation-needed', { paths })
}

/** Whether a plan was refused because the disk is not as it was when the plan was made. */
export const isConflict = (fault: unknown): boolean =>
  fault instanceof ElifError && fault.code === 'change-conflicts'

async function refuseConflicts(root: string, changeSet: ChangeSet): Promise<void> {
  const { findConflicts } = await import('../workspace/find-conflicts.ts')
  const conflicts = await findConflicts(root, changeSet)
  if (conflicts.length > 0) throw elifError('change-conflicts', { conflicts })
}

/** 0 when what was asked for is so; 1 when it is not, or not without the user's own hands. */
export function exitCodeOf({ result, notices }: Outcome): 0 | 1 {
  const done = result === 'applied' || result === 'unchanged' || result === 'planned'
  return done && notices.length === 0 ? 0 : 1
}
