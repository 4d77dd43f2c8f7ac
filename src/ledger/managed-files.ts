import type { Recorded } from './read-ledger.ts'
import type { FileRecord } from './run-record.ts'
import { nameOf, originOf, undoneRuns } from './undone-runs.ts'

/** A file that runs have written, as the newest of them left it. */
export type Managed = {
  path: string
  /** Of the text as the newest run left it. */
  hash: string
  /** The run that made it; undefined for a file of the owner's that elif only edited. */
  made: Recorded | undefined
  /** The runs that edited it since, oldest first, with the regions that they touched. */
  edits: { recorded: Recorded; regions: string[] }[]
  /** Whether each of them found what the one before it had left. */
  unbroken: boolean
}

/**
 * The files that runs have written and not taken away, by path; secrets are never recorded. A run
 * that is undone has left no file to elif, though its owner may have kept one.
 */
export function managedFiles(runs: Recorded[]): Map<string, Managed> {
  const managed = new Map<string, Managed>()
  const gone = new Map<string, Managed>()
  const undone = undoneRuns(runs)
  for (const recorded of runs) {
    const by = originOf(recorded, runs)
    for (const file of recorded.run.files)
      note({ managed, gone }, file, { recorded: by, own: by === recorded })
  }
  const stands = (run: Recorded) => !undone.has(nameOf(run))
  return new Map(
    [...managed]
      .flatMap(([path, file]) => {
        const made = file.made && stands(file.made) ? file.made : undefined
        const edits = file.edits.filter(({ recorded }) => stands(recorded))
        return made || edits.length > 0 ? [[path, { ...file, made, edits }] as const] : []
      })
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  )
}

/** `own` is false where a run puts the work of another one back or takes it out. */
type By = { recorded: Recorded; own: boolean }

/** `gone` are the files that runs have taken away, as they were known until then. */
type Noted = { managed: Map<string, Managed>; gone: Map<string, Managed> }

function note({ managed, gone }: Noted, file: FileRecord, { recorded, own }: By): void {
  const { path, action, hash, from = path, before, regions = [] } = file
  const old = managed.get(from)
  managed.delete(from)
  if (hash === undefined) {
    if (old && action === 'delete') gone.set(path, old)
    return
  }
  if (action === 'create') {
    const taken = own ? undefined : gone.get(path)
    if (taken) return void managed.set(path, { ...taken, hash })
    managed.set(path, { path, hash, made: recorded, edits: [], unbroken: true })
    return
  }
  const edits = old?.edits ?? []
  // A copy for each run would make a file that all of them edit cost their square.
  if (action === 'edit' && own) edits.push({ recorded, regions })
  const follows = action === 'move' || (old !== undefined && before === old.hash)
  const unbroken = follows && (old?.unbroken ?? false)
  managed.set(path, { path, hash, made: old?.made, edits, unbroken })
}
