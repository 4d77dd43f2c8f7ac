import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'

import { openScratchDatabase } from '../database/scratch-database.ts'
import { elifError } from '../errors/elif-error.ts'
import { diskFiles } from '../files/files.ts'
import { statusOf } from '../files/file-system.ts'
import { readEnvironment } from '../project/environment.ts'
import { hasDatabase, installedFeatures } from '../project/installed-features.ts'
import { installing } from '../recipe/installing.ts'
import type { Proof, ProofCheck } from '../recipe/outcome.ts'
import type { Plan } from '../recipe/plan.ts'
import { landPlan } from './land-plan.ts'
import { openOverlay } from './open-overlay.ts'
import { proofChecks } from './proof-checks.ts'
import type { ProofPlace } from './proof-place.ts'

/** Told of something that takes its time: each line of it, and its end. */
export type Doing = { line: (text: string) => void; end: (done: boolean) => void }

export type ProvePlan = {
  plan: Plan
  root: string
  version: string
  again: string[]
  signal: AbortSignal
  onBegin: (what: string, why: string) => Doing
}

/** Carries a plan out on a copy of the app and looks whether that stands; the app stays as it is. */
export async function provePlan(wanted: ProvePlan): Promise<Proof> {
  const { plan, root, version, again, signal, onBegin } = wanted
  if (!statusOf(join(root, 'node_modules'))) {
    throw elifError('app-dependencies-missing', { missing: [] })
  }
  using overlay = openOverlay(root, { packages: !installs(plan) })
  await landPlan({ plan, root: overlay.root, version })
  const environment = readEnvironment(overlay.root)
  await using database = hasDatabase(installedFeatures(diskFiles(overlay.root)))
    ? await openScratchDatabase({ env: environment })
    : undefined
  const { changeSet } = plan
  const place = { root: overlay.root, changeSet, environment, database, again, signal }
  const checks: ProofCheck[] = []
  for (const check of proofChecks) checks.push(await looked(check, place, onBegin))
  const paths = overlay.changedSince()
  if (paths.length > 0) throw elifError('proof-stale', { paths })
  return { passed: checks.every(({ result }) => result !== 'failed'), checks }
}

/** A plan that asks for other packages is tried with them, on a copy that has its own. */
const installs = ({ changeSet }: Plan) =>
  changeSet.steps.some((step) => isDeepStrictEqual(step, installing))

async function looked(
  { name, why, look }: (typeof proofChecks)[number],
  place: Omit<ProofPlace, 'onLine'>,
  onBegin: ProvePlan['onBegin'],
): Promise<ProofCheck> {
  const doing = onBegin(name, why)
  const started = performance.now()
  const verdict = await look({ ...place, onLine: doing.line })
  doing.end(verdict.result !== 'failed')
  if (place.signal.aborted) throw elifError('proof-interrupted', {})
  return { name, ...verdict, milliseconds: Math.round(performance.now() - started) }
}
