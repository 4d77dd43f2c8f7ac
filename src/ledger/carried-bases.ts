import type { Workspace } from '../workspace/workspace.ts'

const notes = new WeakMap<Workspace, Map<string, string | null>>()

/** Notes what elif would render a file as now; the base of a moved file goes with it. */
export function noteCarried(
  app: Workspace,
  { path, now, render }: { path: string; now: string; render: string },
): void {
  const bases = notes.get(app) ?? new Map<string, string | null>()
  notes.set(app, bases)
  if (path !== now) bases.set(path, null)
  bases.set(now, render.replaceAll('\r\n', '\n'))
}

/** The bases of all files that were carried, as `bases` of a plan's `ledger` wants them. */
export const carriedBases = (app: Workspace): Record<string, string | null> =>
  Object.fromEntries(notes.get(app) ?? [])
