import type { OnExisting } from '../recipe/existing.ts'
import type { Plan } from '../recipe/plan.ts'
import { unifiedDiff } from '../text/diff.ts'

/** Asks what becomes of a file; undefined stops all. */
export type AskExisting = (
  path: string,
  diff: string,
) => Promise<ReturnType<OnExisting> | undefined>

/** Asks of each file in the way what becomes of it; undefined when somebody wants to stop. */
export async function settledExisting(
  makePlan: (onExisting: OnExisting) => Promise<Plan>,
  ask: AskExisting,
): Promise<OnExisting | undefined> {
  const met = new Set<string>()
  const { changeSet } = await makePlan((path) => {
    met.add(path)
    return 'replace'
  })
  const answers = new Map<string, ReturnType<OnExisting>>()
  for (const change of changeSet.changes) {
    if (change.kind !== 'edit' || !met.has(change.path)) continue
    const diff = await unifiedDiff(change.path, change.before, change.after)
    const answer = await ask(change.path, diff)
    if (answer === undefined) return undefined
    answers.set(change.path, answer)
  }
  // What is in the way and says the same already needs no question.
  return (path) => answers.get(path) ?? (met.has(path) ? 'keep' : 'refuse')
}
