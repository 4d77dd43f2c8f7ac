import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { realPath } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { appliedPath, planLife, planPath } from '../recipe/plan-paths.ts'
import { readStoredPlan, type StoredPlan, tokenOf } from '../recipe/stored-plan.ts'
import type { Change } from '../workspace/change-set.ts'
import { fileWrites } from '../workspace/file-writes.ts'

export type TakePlan = { root: string; token: string; version: string; at: Date }

/** A stored plan, and the changes that take it off the list when it lands. */
export type TakenPlan = StoredPlan & { local: Change[] }

/** The plan of a token, when it may be carried out as it was made; every other case throws. */
export function takePlan({ root, token, version, at }: TakePlan): TakenPlan {
  const stored = storedText(root, token)
  const found = readStoredPlan(stored, version)
  if (found.root !== realPath(root)) throw elifError('plan-other-app', { root: found.root })
  const age = at.getTime() - Date.parse(found.at)
  if (age > planLife) throw elifError('plan-expired', { token, at: found.at })
  refuseStale(root, found)
  return { ...found, local: takingOff(token, stored, at) }
}

function storedText(root: string, token: string): string {
  if (!/^[0-9a-f]{32}$/.test(token)) throw elifError('plan-unknown', { token })
  const applied = readText(join(root, appliedPath(token)))
  if (applied !== undefined) {
    throw elifError('plan-applied', { token, at: applied.split('\n')[0] ?? '' })
  }
  const stored = readText(join(root, planPath(token)))
  if (stored === undefined) throw elifError('plan-unknown', { token })
  if (tokenOf(stored) !== token) throw elifError('plan-tampered', { path: planPath(token) })
  return stored
}

/** Even a file that says already what the plan would make of it was changed by somebody. */
function refuseStale(root: string, { plan }: StoredPlan): void {
  const stale = fileWrites(plan.changeSet)
    .filter(({ path, before }) => readText(join(root, path)) !== before)
    .map(({ path }) => path)
  if (stale.length > 0) throw elifError('plan-stale', { paths: stale })
}

/** The mark is no other's: of two elifs that apply one plan, the second finds it in its way. */
function takingOff(token: string, stored: string, at: Date): Change[] {
  const mark = `${at.toISOString()}\n${randomBytes(8).toString('hex')}\n`
  return [
    { kind: 'create', path: appliedPath(token), after: mark },
    { kind: 'delete', path: planPath(token), before: stored },
  ]
}
