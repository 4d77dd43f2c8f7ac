import type { Files } from '../files/files.ts'
import { readRuns } from '../ledger/read-ledger.ts'
import { repairBases } from '../ledger/repair-bases.ts'
import { repairRecords } from '../ledger/repair-records.ts'
import { repairSettings } from '../ledger/repair-settings.ts'
import type { Repaired } from '../ledger/repaired.ts'
import { standingRuns } from '../ledger/undone-runs.ts'
import type { Plan } from '../recipe/plan.ts'
import { replayRuns } from '../recipe/replay.ts'
import { openWorkspace } from '../workspace/workspace.ts'

export type Repair = { plan: Plan; repaired: Repaired[] }

/** Plans to put right what a merge or an editor has done to the ledger; nothing else is touched. */
export async function planRepair(wanted: { files: Files; version: string }): Promise<Repair> {
  const { files, version } = wanted
  // Without a formatter: the ledger keeps what was rendered.
  const app = openWorkspace({ files })
  const records = repairRecords(app)
  const runs = readRuns(app)
  let rendered: ReturnType<typeof replayRuns> | undefined
  const renders = async () => {
    rendered ??= replayRuns(standingRuns(runs), { files, version })
    return (await rendered).rendered
  }
  const bases = await repairBases(app, runs, renders)
  const repaired = [...records, ...bases, ...repairSettings(app)]
  const changeSet = await app.changeSet()
  return { plan: { changeSet, rendered: {}, command: 'repair', answers: {} }, repaired }
}
