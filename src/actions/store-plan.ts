import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { fileSystem, namesIn, realPath, statusOf } from '../files/file-system.ts'
import { makeFolder } from '../files/folder.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { isSecret } from '../ledger/ledger-paths.ts'
import { planCount, planLife, planPath, plansFolder } from '../recipe/plan-paths.ts'
import type { Plan } from '../recipe/plan.ts'
import { sealed } from '../recipe/stored-plan.ts'
import { fileWrites } from '../workspace/file-writes.ts'

export type StorePlan = {
  root: string
  plan: Plan
  version: string
  /** The words that make the same plan again; none where that would be another one. */
  again: string[]
  at: Date
}

/** Keeps a plan for `elif apply`, and answers the token that carries out exactly this one. */
export function storePlan({ root, plan, version, again, at }: StorePlan) {
  const written = fileWrites(plan.changeSet).map(({ path }) => path)
  const held = written.filter(isSecret)
  if (held.length > 0) throw elifError('plan-holds-secret', { paths: held })
  const origin = { version, root: realPath(root), at: at.toISOString() }
  const { token, text } = sealed({ ...origin, plan, again })
  makeFolder(join(root, plansFolder), { mode: 0o700 })
  writeAtomic(join(root, planPath(token)), text, { mode: 0o600 })
  sweep(root, at)
  return { token, expires: new Date(at.getTime() + planLife).toISOString() }
}

/** Removes what nobody may apply any more, and the oldest of what is too much. */
function sweep(root: string, at: Date): void {
  for (const ending of ['.json', '.applied']) {
    const youngestFirst = namesIn(join(root, plansFolder))
      .filter((name) => name.endsWith(ending))
      .map((name) => join(root, plansFolder, name))
      .map((path) => ({ path, age: at.getTime() - (statusOf(path)?.mtimeMs ?? 0) }))
      .toSorted((one, other) => one.age - other.age)
    const over = youngestFirst.filter(({ age }, index) => index >= planCount || age > planLife)
    for (const { path } of over) if (statusOf(path)) fileSystem.unlink(path)
  }
}
