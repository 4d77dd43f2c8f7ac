import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { told } from '../ledger/find-run.ts'
import type { Recorded } from '../ledger/read-ledger.ts'
import { textsOfRun } from '../ledger/run-texts.ts'
import { takeBack, type TakenBack } from '../ledger/take-back.ts'
import type { Turn } from '../ledger/without-run.ts'
import { manifestFile, schemaFile } from '../project/layout.ts'
import { withoutFeatures } from '../recipe/without-features.ts'
import { withoutTables } from '../recipe/without-tables.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import type { ChangeSet } from '../workspace/change-set.ts'
import { openWorkspace } from '../workspace/workspace.ts'

/** What is not taken away, and why. */
export type Left = { path: string; because: string }

type Taking = {
  files: Files
  runs: Recorded[]
  /** One of the runs. */
  target: Recorded
  texts: Map<string, TwoTexts>
}

/** Stages the inverse of what a run did to each of its files. */
export async function stageTakingBack(
  taking: Taking,
): Promise<{ changeSet: ChangeSet; left: Left[] }> {
  const { files, runs, target, texts } = taking
  // Without a formatter: what comes back are the bytes that were there.
  const app = openWorkspace({ files })
  const title = target.run.command
  const later = runs.slice(runs.indexOf(target) + 1).map(({ path }) => textsOfRun(files, path))
  const taken: TakenBack[] = []
  for (const file of target.run.files) {
    const turns = later.flatMap((each) => turnIn(each?.get(file.path)))
    const known = { app, files, title, texts: texts.get(file.path), later: turns, byStructure }
    taken.push(await takeBack(file, known))
  }
  const conflicts = taken.filter(isConflict)
  if (conflicts.length > 0) throw elifError('undo-conflicts', { run: told(target), conflicts })
  const left = taken.flatMap((each) =>
    each.kind === 'left' ? [{ path: each.path, because: each.because }] : [],
  )
  return { changeSet: await app.changeSet(), left }
}

/** Both are no lists of entries: what they hold stands in the order of its names. */
function byStructure(path: string, now: string, turn: Turn): string | undefined {
  if (path === schemaFile) return withoutTables(now, turn)
  return path === manifestFile ? withoutFeatures(now, turn) : undefined
}

const isConflict = (taken: TakenBack) => taken.kind === 'conflict'

function turnIn(texts: TwoTexts | undefined) {
  const { before, after } = texts ?? {}
  return before === undefined || after === undefined ? [] : [{ before, after }]
}
