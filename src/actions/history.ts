import type { Files } from '../files/files.ts'
import { told, type ToldRun } from '../ledger/find-run.ts'
import { readLedger, type Recorded } from '../ledger/read-ledger.ts'
import type { RunRecord } from '../ledger/run-record.ts'
import { type Damaged, shownDamage, type ShownRun, shownRun } from '../ledger/shown-run.ts'
import { nameOf, targetOf, undoneRuns } from '../ledger/undone-runs.ts'

export type PastRun = ShownRun &
  Pick<RunRecord, 'files' | 'notices'> & {
    name: string
    /** The run that has taken this one back. */
    undoneBy?: string
    /** What this run has taken back. */
    undoes?: ToldRun
  }
export type History = { runs: PastRun[]; damaged: Damaged[] }

/** What elif has done to an app, oldest first; records that cannot be read are told apart. */
export function readHistory(files: Files): History {
  const { runs, damaged } = readLedger(files)
  const undone = undoneRuns(runs)
  const past = runs.map((recorded) => pastRun(recorded, runs, undone.get(nameOf(recorded))))
  return { runs: past, damaged: damaged.map(shownDamage) }
}

function pastRun(recorded: Recorded, runs: Recorded[], by: Recorded | undefined): PastRun {
  const { files, notices } = recorded.run
  const target = targetOf(recorded, runs)
  return {
    ...shownRun(recorded),
    name: nameOf(recorded),
    files,
    notices,
    ...(by && { undoneBy: nameOf(by) }),
    ...(target && { undoes: told(target) }),
  }
}
