import type { ShownChange } from '../recipe/outcome.ts'
import { noticeText, planText, stepText } from '../terminal/plan-text.ts'
import { unifiedDiff } from '../text/diff.ts'
import type { Change, ChangeSet } from '../workspace/change-set.ts'
import type { Output } from './output.ts'

/** What is shown: a count instead of names; the contents of new and of deleted files too. */
export type ShowPlan = { brief: boolean; withDiffs: boolean }

/** Shows what a plan would do, and answers the changes with their diffs for `--json`. */
export async function showPlan(
  changeSet: ChangeSet,
  output: Output,
  { brief, withDiffs }: ShowPlan,
): Promise<ShownChange[]> {
  const { changes, notices, steps } = changeSet
  const needsDiff = (each: Change) => withDiffs || !isWhole(each) || (output.json && !brief)
  const shown = await Promise.all(
    changes.map((change) => shownChange(change, !output.quiet && needsDiff(change))),
  )
  if (brief && !withDiffs) output.say(`  create  ${shown.length} files`)
  else if (shown.length > 0) output.say(planText(shown))
  for (const notice of notices) output.say(noticeText(notice))
  for (const step of steps) output.say(stepText(step))
  return shown
}

const isWhole = ({ kind }: Change) => kind === 'create' || kind === 'delete'

async function shownChange(change: Change, withDiff: boolean): Promise<ShownChange> {
  const before = 'before' in change ? change.before : undefined
  const after = 'after' in change ? change.after : undefined
  const path = change.kind === 'move' ? change.to : change.path
  return {
    kind: change.kind,
    path,
    ...(change.kind === 'move' && { from: change.from }),
    ...(withDiff && { diff: await unifiedDiff(path, before, after) }),
  }
}
