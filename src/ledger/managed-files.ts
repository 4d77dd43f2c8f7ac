import type { Recorded } from './read-ledger.ts'
import type { FileRecord } from './run-record.ts'

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

/** The files that runs have written and not taken away, by path; secrets are never recorded. */
export function managedFiles(runs: Recorded[]): Map<string, Managed> {
  const managed = new Map<string, Managed>()
  for (const recorded of runs) {
    for (const file of recorded.run.files) note(managed, file, recorded)
  }
  return new Map([...managed].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function note(managed: Map<string, Managed>, file: FileRecord, recorded: Recorded): void {
  const { path, action, hash, from = path, before, regions = [] } = file
  const old = managed.get(from)
  managed.delete(from)
  if (hash === undefined) return
  if (action === 'create') {
    managed.set(path, { path, hash, made: recorded, edits: [], unbroken: true })
    return
  }
  const edits = [...(old?.edits ?? []), ...(action === 'edit' ? [{ recorded, regions }] : [])]
  const follows = action === 'move' || (old !== undefined && before === old.hash)
  const unbroken = follows && (old?.unbroken ?? false)
  managed.set(path, { path, hash, made: old?.made, edits, unbroken })
}
