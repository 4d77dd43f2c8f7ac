import type { Files } from '../files/files.ts'
import { readLedger, type Recorded } from '../ledger/read-ledger.ts'
import type { RunRecord } from '../ledger/run-record.ts'
import { type Damaged, shownDamage, type ShownRun, shownRun } from '../ledger/shown-run.ts'

export type PastRun = ShownRun & Pick<RunRecord, 'files' | 'notices'>
export type History = { runs: PastRun[]; damaged: Damaged[] }

/** What elif has done to an app, oldest first; records that cannot be read are told apart. */
export function readHistory(files: Files): History {
  const { runs, damaged } = readLedger(files)
  return { runs: runs.map(pastRun), damaged: damaged.map(shownDamage) }
}

const pastRun = (recorded: Recorded): PastRun => {
  const { files, notices } = recorded.run
  return { ...shownRun(recorded), files, notices }
}
