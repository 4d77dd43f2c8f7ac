import { diskFiles } from '../files/files.ts'
import { withLedger } from '../ledger/with-ledger.ts'
import type { Plan } from '../recipe/plan.ts'
import { applyChangeSet } from '../workspace/apply-change-set.ts'
import type { Change } from '../workspace/change-set.ts'
import { fileWrites } from '../workspace/file-writes.ts'
import { missingFolders } from '../workspace/journal.ts'

export type LandPlan = {
  plan: Plan
  root: string
  version: string
  /** Files of this machine: they land with the plan and are neither shown nor recorded. */
  local?: Change[]
}

/** Writes a plan with its ledger entry, all of it or nothing. */
export async function landPlan({ plan, root, version, local = [] }: LandPlan): Promise<void> {
  const { changeSet, ...run } = plan
  function recorded() {
    const folders = missingFolders(root, fileWrites(changeSet))
    const told = { ...run, folders, version }
    const all = withLedger(changeSet, told, new Date(), diskFiles(root))
    return { ...all, changes: [...all.changes, ...local] }
  }
  const { command, ledger } = run
  await applyChangeSet(root, changeSet, { command, emptied: ledger?.emptied ?? [], recorded })
}
