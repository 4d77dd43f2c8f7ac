import { type Merged, mergeFile } from '../source/merge/merge-file.ts'
import { rebased } from '../text/rebased.ts'

/** What a run has made of a text; both with LF. */
export type Turn = { before: string; after: string }

type Taking = {
  path: string
  /** What the run did. */
  turn: Turn
  /** What elif did to the same text afterwards, oldest first. */
  later: Turn[]
  /** The file as it is. */
  now: string
  label: string
}

/**
 * A text as it would be if one run had never been. What elif did later is known exactly, so
 * entries of two runs may stand side by side; what the owner did in between is merged.
 */
export function withoutRun({ path, turn, later, now, label }: Taking): Merged {
  const labels = { mine: 'yours', theirs: label }
  const last = carriedOn({ path, turn, later })
  const merged =
    last && mergeFile({ path, base: last.after, mine: now, theirs: last.before, labels })
  if (merged?.kind === 'clean') return merged
  return mergeFile({ path, base: turn.after, mine: now, theirs: turn.before, labels })
}

/** The text as the newest run left it, and without the one; undefined where both have met. */
function carriedOn({ path, turn, later }: Omit<Taking, 'now' | 'label'>): Turn | undefined {
  let known = turn
  for (const step of later) {
    const owners = mergeFile({ path, base: known.after, mine: step.before, theirs: known.before })
    if (owners.kind === 'conflict') return undefined
    const rest = rebased({ base: step.before, mine: step.after, theirs: owners.text })
    const merged = mergeFile({ path, ...rest, theirs: owners.text })
    if (merged.kind === 'conflict') return undefined
    known = { before: merged.text, after: step.after }
  }
  return known
}
