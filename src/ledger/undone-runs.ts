import { runName } from './ledger-paths.ts'
import type { Recorded } from './read-ledger.ts'

/**
 * The runs that are taken back, by their names, each with the run that did it. An undo that was
 * itself taken back has undone nothing.
 */
export function undoneRuns(runs: Recorded[]): Map<string, Recorded> {
  const undone = new Map<string, Recorded>()
  for (const recorded of runs.toReversed()) {
    const { undoes } = recorded.run
    if (undoes === undefined || undone.has(nameOf(recorded))) continue
    undone.set(undoes, recorded)
  }
  return undone
}

/** The runs whose work is in the app; an undo is none of them. */
export function standingRuns(runs: Recorded[]): Recorded[] {
  const undone = undoneRuns(runs)
  return runs.filter((each) => each.run.undoes === undefined && !undone.has(nameOf(each)))
}

/** The run that this one has taken back; undefined where it has taken back none that is known. */
export function targetOf({ run: { undoes } }: Recorded, runs: Recorded[]): Recorded | undefined {
  return undoes === undefined ? undefined : runs.find((each) => nameOf(each) === undoes)
}

/** The run whose work this one put back, or the run itself. */
export function originOf(recorded: Recorded, runs: Recorded[]): Recorded {
  const target = targetOf(recorded, runs)
  return target ? originOf(target, runs) : recorded
}

/** What came after a run and is still so: a later run and its own undo cancel each other. */
export function laterRuns(runs: Recorded[], target: Recorded): Recorded[] {
  const later = runs.slice(runs.indexOf(target) + 1)
  const gone = new Set<string>()
  for (const each of later.toReversed()) {
    const { undoes } = each.run
    if (undoes === undefined || gone.has(nameOf(each))) continue
    if (!later.some((other) => nameOf(other) === undoes)) continue
    gone.add(nameOf(each)).add(undoes)
  }
  return later.filter((each) => !gone.has(nameOf(each)))
}

/** The name of a run, as people type it. */
export const nameOf = ({ path }: Recorded): string => runName(path)
