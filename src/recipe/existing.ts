import type { Workspace } from '../workspace/workspace.ts'

/** What becomes of a file that lies where a new one would: refused, kept as it is, or replaced. */
export type OnExisting = (path: string) => 'refuse' | 'keep' | 'replace'

type Existing = { on: OnExisting; kept: string[] }

const existing = new WeakMap<Workspace, Existing>()

/** Lets a workspace treat existing files as somebody has said; else all of them are refused. */
export const settleExisting = (app: Workspace, on: OnExisting): void =>
  void existing.set(app, { on, kept: [] })

/** What becomes of one of them; a file that is kept is noted. */
export function existingAt(app: Workspace, path: string): ReturnType<OnExisting> {
  const { on, kept } = existing.get(app) ?? { on: () => 'refuse' as const, kept: [] }
  const becomes = on(path)
  if (becomes === 'keep') kept.push(path)
  return becomes
}

/** The files that were there and stay as they are. */
export const keptIn = (app: Workspace): string[] => existing.get(app)?.kept ?? []
