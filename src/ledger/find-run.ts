import { elifError } from '../errors/elif-error.ts'
import { ledgerFolder } from './ledger-paths.ts'
import type { Recorded } from './read-ledger.ts'
import { nameOf, standingRuns, undoneRuns } from './undone-runs.ts'

/**
 * The run that is meant: by its name, by the beginning of it, or by its title, such as
 * `make:resource Kite`; without a word the newest whose work is in the app. Runs that are undone
 * are not found by their title.
 */
export function findRun(runs: Recorded[], typed: string | undefined): Recorded {
  const standing = standingRuns(runs)
  if (typed === undefined) {
    const newest = standing.at(-1)
    if (newest === undefined) throw elifError('undo-nothing', {})
    return newest
  }
  const wanted = typed.replace(new RegExp(`^${ledgerFolder}/runs/|\\.json$`, 'gu'), '')
  const titled = standing.filter(({ run }) => run.command.toLowerCase() === wanted.toLowerCase())
  const named = runs.filter((each) => nameOf(each).startsWith(wanted))
  const found = titled.length > 0 ? titled : named
  if (found.length > 1)
    throw elifError('undo-run-ambiguous', { typed, candidates: found.map(told) })
  const [only] = found
  if (only === undefined) throw unknown(typed, runs)
  const by = undoneRuns(runs).get(nameOf(only))
  if (by) throw elifError('undo-done-already', { run: told(only), by: nameOf(by) })
  return only
}

/** A run as errors list it: what can be typed, and what it was. */
export const told = (recorded: Recorded): ToldRun => ({
  name: nameOf(recorded),
  title: recorded.run.command,
})
export type ToldRun = { name: string; title: string }

function unknown(typed: string, runs: Recorded[]) {
  const isTitled = ({ run }: Recorded) => run.command.toLowerCase() === typed.toLowerCase()
  const last = runs.findLast(isTitled)
  const by = last && undoneRuns(runs).get(nameOf(last))
  if (last && by) return elifError('undo-done-already', { run: told(last), by: nameOf(by) })
  return elifError('undo-run-unknown', { typed })
}
