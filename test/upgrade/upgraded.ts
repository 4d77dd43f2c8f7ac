import { planUpgrade, type Upgrade } from '../../src/actions/upgrade.ts'
import type { Files } from '../../src/files/files.ts'
import { isRunPath } from '../../src/ledger/ledger-paths.ts'
import { withLedger } from '../../src/ledger/with-ledger.ts'
import type { Plan } from '../../src/recipe/plan.ts'
import type { ChangeSet } from '../../src/workspace/change-set.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

export type Tree = Record<string, string>

/** Each run is made a second after the one before it. */
const momentIn = (tree: Tree) =>
  new Date(Date.UTC(2026, 11, 1, 12, 0, Object.keys(tree).filter(isRunPath).length))

/** Of the elif that upgrades. */
export const version = '0.2.0'

/** Plans the upgrade of an app in memory. */
export const upgradeOf = (tree: Tree, more: Partial<Upgrade> = {}): Promise<Plan> =>
  planUpgrade({ files: memoryFiles(tree), version, from: '0.1.0', ...more })

/** The app with a plan and its ledger entry carried out. */
export function carriedOut(tree: Tree, plan: Plan): Tree {
  const files: Files = memoryFiles(tree)
  return landed(tree, withLedger(plan.changeSet, { ...plan, version }, momentIn(tree), files))
}

/** The app after its upgrade, and what its owner was told. */
export async function upgraded(tree: Tree, more: Partial<Upgrade> = {}) {
  const plan = await upgradeOf(tree, more)
  const { notices, steps } = plan.changeSet
  return { plan, tree: carriedOut(tree, plan), notices, steps }
}

function landed(tree: Tree, { changes }: ChangeSet): Tree {
  const after = { ...tree }
  for (const change of changes) {
    if (change.kind === 'delete') delete after[change.path]
    else if (change.kind === 'move') delete after[change.from]
    if (change.kind === 'move') after[change.to] = change.after
    else if (change.kind !== 'delete') after[change.path] = change.after
  }
  return after
}

/** The files of an app that are no part of its ledger. */
export const withoutLedger = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith('.elif/')))
