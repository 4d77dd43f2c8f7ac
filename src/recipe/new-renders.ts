import type { Files } from '../files/files.ts'
import { basesFolder, isSecret, pathOfBase } from '../ledger/ledger-paths.ts'
import { laidRender } from '../ledger/laid-render.ts'
import { managedFiles } from '../ledger/managed-files.ts'
import { readBase, type Recorded } from '../ledger/read-ledger.ts'
import { templatePaths } from '../ledger/template-paths.ts'
import { schemaFile } from '../project/layout.ts'
import { behaviourFile, keepingBehaviour } from './behaviours.ts'
import { isStampedMigration } from './migration-stamp.ts'
import { type Replay, replayRuns } from './replay.ts'

/** What this elif would render otherwise than the elif before it; `path` is the ledger's. */
export type NewRender =
  | { kind: 'new'; path: string; text: string; base: string; executable: boolean }
  /** `text` is for this app; `base` is what a new app would get. */
  | { kind: 'changed'; path: string; old: string; text: string; base: string }
  /** Runs have put something into it that they would write otherwise today. */
  | { kind: 'entries'; path: string; old: string; text: string }
  /** No template of this elif makes it. */
  | { kind: 'gone'; path: string; old: string }

export type NewRenders = { renders: NewRender[]; failed: Replay['failed'] }

/**
 * Compares what the runs of an app rendered with what they would render today, in the order of the
 * paths. Migrations are left out, for one that was applied is never edited, and so is the schema
 * file, which they write.
 */
export async function newRenders(
  runs: Recorded[],
  { files, version }: { files: Files; version: string },
): Promise<NewRenders> {
  const { rendered, edited, failed } = await replayRuns(runs, { files, version })
  const places = templatePaths(runs)
  const base = (path: string) => readBase(files, places.get(path) ?? path)
  const renders: NewRender[] = []
  for (const { path, old, text } of edited) {
    const [then, now] = await Promise.all([old, text].map((each) => laidRender(files, path, each)))
    if (then !== now) renders.push({ kind: 'entries', path: places.get(path) ?? path, old, text })
  }
  for (const [made, { text: render, executable }] of rendered) {
    if (kept(made)) continue
    const text = made === behaviourFile ? keepingBehaviour(render, base) : render
    const path = places.get(made) ?? made
    const old = base(made)
    if (old === undefined) {
      // One that was made and has no base any more is its owner's alone.
      if (!places.has(made)) renders.push({ kind: 'new', path, text, base: render, executable })
    } else if (old !== render) renders.push({ kind: 'changed', path, old, text, base: render })
  }
  const today = new Set([...rendered.keys()].map((made) => places.get(made) ?? made))
  renders.push(
    ...goneFrom(files, { runs, failed, isKept: (path) => today.has(path) || kept(path) }),
  )
  return { renders: renders.toSorted((one, other) => (one.path < other.path ? -1 : 1)), failed }
}

const kept = (path: string) => path === schemaFile || isStampedMigration(path) || isSecret(path)

type Known = { runs: Recorded[]; failed: Replay['failed']; isKept: (path: string) => boolean }

/** Files with a base that no run renders any more; those of runs that failed are left alone. */
function goneFrom(files: Files, { runs, failed, isKept }: Known): NewRender[] {
  const managed = managedFiles(runs)
  const left = new Set(failed.map(({ recorded }) => recorded))
  const paths = files.list(basesFolder).flatMap((path) => pathOfBase(path) ?? [])
  return paths.flatMap((path): NewRender[] => {
    const made = managed.get(path)?.made
    const old = readBase(files, path)
    if (isKept(path) || old === undefined || made === undefined || left.has(made)) return []
    return [{ kind: 'gone', path, old }]
  })
}
