import { isDeepStrictEqual } from 'node:util'

import { conflictSides } from '../text/conflict-sides.ts'
import { changed } from '../source/edit.ts'
import { parseJson } from '../text/parse-json.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { diffPath, isRunPath, runsFolder } from './ledger-paths.ts'
import { readLedger } from './read-ledger.ts'
import type { Repaired } from './repaired.ts'
import { RunRecord } from './run-record.ts'
import { textsIn } from './run-texts.ts'
import { sha256 } from '../files/sha256.ts'

/** Makes every record readable, or sets it aside, so that the others count again. */
export function repairRecords(app: Workspace): Repaired[] {
  const damaged = readLedger(app).damaged.flatMap(({ at }) => at?.path ?? [])
  return [
    ...damaged.map((path) => repairRecord(app, path)),
    ...withoutCopies(app),
    ...app
      .list(runsFolder)
      .filter(isRunPath)
      .flatMap((path) => repairDiff(app, path)),
  ]
}

function repairRecord(app: Workspace, path: string): Repaired {
  const readable = sidesOf(app, path).filter((text) => isRecord(parseJson(text)))
  const [only, other] = readable
  if (
    only !== undefined &&
    (other === undefined || isDeepStrictEqual(parseJson(only), parseJson(other)))
  ) {
    app.edit(path, () => changed(only))
    return { kind: 'repaired', path, how: 'the conflict in it left one record to read' }
  }
  app.move(path, `${path}.damaged`)
  return { kind: 'repaired', path, how: 'set aside: nobody can read it; git may have it whole' }
}

const isRecord = (value: unknown) => RunRecord.safeParse(value).success

function sidesOf(app: Workspace, path: string): string[] {
  const sides = conflictSides(app.read(path) ?? '')
  return sides ? [sides.ours, sides.theirs] : []
}

/** The same run under two names: one was copied when branches were merged by hand. */
function withoutCopies(app: Workspace): Repaired[] {
  const { runs } = readLedger(app)
  const undoing = new Set(runs.map(({ run }) => run.undoes))
  const worth = ({ path }: (typeof runs)[number]) =>
    Number(undoing.has(path.slice(runsFolder.length + 1, -'.json'.length))) * 2 +
    Number(app.read(diffPath(path)) !== undefined)
  return runs.flatMap((each) => {
    const same = runs.filter((other) => isDeepStrictEqual(other.run, each.run))
    const [first] = same.toSorted((one, other) => worth(other) - worth(one))
    if (first === each || first === undefined) return []
    app.remove(each.path)
    app.remove(diffPath(each.path))
    return [
      { kind: 'repaired' as const, path: each.path, how: `it says the same as ${first.path}` },
    ]
  })
}

/** The texts of a run are known to be right by the hashes in its record. */
function repairDiff(app: Workspace, record: string): Repaired[] {
  const path = diffPath(record)
  const sides = sidesOf(app, path)
  if (sides.length === 0) return []
  const run = RunRecord.safeParse(parseJson(app.read(record) ?? '')).data
  const right = sides.find((text) => run && isRight(text, run))
  if (right === undefined) {
    return [{ kind: 'left', path, because: 'neither side of its conflict fits its record' }]
  }
  app.edit(path, () => changed(right))
  return [{ kind: 'repaired', path, how: 'the conflict in it left one side that fits its record' }]
}

function isRight(diff: string, { files }: RunRecord): boolean {
  const texts = textsIn(diff)
  return files.every(({ path, before }) => {
    const kept = texts?.get(path)?.before
    return before === undefined || (kept !== undefined && sha256(kept) === before)
  })
}
