import type { NewRender } from '../../recipe/new-renders.ts'
import type { Plan } from '../../recipe/plan.ts'

type Kept = {
  bases: Record<string, string | null>
  /** Where the file of a render lies now. */
  places: ReadonlyMap<string, string>
}

/**
 * What the ledger keeps of an upgrade. The base of a file is what a new app gets, whatever this app
 * got instead, and goes with a file that its owner has moved.
 */
export function ledgerOf(
  { changeSet, rendered }: Plan,
  renders: NewRender[],
  { bases, places }: Kept,
): Pick<Plan, 'rendered' | 'ledger'> {
  // A base alone is no reason for a run: it merges as well from the one before.
  if (changeSet.changes.length === 0) return { rendered }
  const edited = new Set(changeSet.changes.map((change) => 'path' in change && change.path))
  const made = { ...rendered }
  const kept = { ...bases }
  const followed: Record<string, string> = {}
  for (const render of renders) {
    if (render.kind === 'gone' || render.kind === 'entries') continue
    const { path, base } = render
    const now = places.get(path) ?? path
    if (made[path] !== undefined) made[path] = base
    if (typeof kept[now] !== 'string') continue
    // Only the record of an edit can say where a file was before.
    const follows = now === path || edited.has(now)
    kept[follows ? now : path] = base
    if (!follows) delete kept[now]
    else if (now !== path) followed[now] = path
  }
  const moved = Object.keys(followed).length > 0 ? { followed } : {}
  return { rendered: made, ledger: { bases: kept, ...moved } }
}
