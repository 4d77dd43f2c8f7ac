import type { ChangeSet } from '../workspace/change-set.ts'
import { type Conflict, prepareUpgrade, type Upgrade } from './upgrade.ts'

/** Whether an upgrade is waiting, and what it would do. */
export type UpgradeReport = {
  upToDate: boolean
  from: string
  to: string
  changes: { kind: ChangeSet['changes'][number]['kind']; path: string }[]
  /** What has to be resolved by hand before. */
  conflicts: Conflict[]
  notices: ChangeSet['notices']
}

/** Looks what an upgrade would do, and writes nothing. */
export async function checkUpgrade(wanted: Omit<Upgrade, 'merge'>): Promise<UpgradeReport> {
  const { plan, conflicts } = await prepareUpgrade(wanted)
  const { changes, notices } = plan.changeSet
  return {
    upToDate: changes.length + conflicts.length === 0,
    from: wanted.from,
    to: wanted.version,
    changes: changes.map((change) => ({
      kind: change.kind,
      path: change.kind === 'move' ? change.to : change.path,
    })),
    conflicts,
    notices,
  }
}
