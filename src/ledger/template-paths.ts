import type { Recorded } from './read-ledger.ts'

/** Where the files that runs made are kept in the ledger now, by the paths they were made at. */
export function templatePaths(runs: Recorded[]): Map<string, string> {
  const now = new Map<string, string>()
  for (const { path, action, from } of runs.flatMap(({ run }) => run.files)) {
    if (action === 'create') now.set(path, path)
    if (from === undefined) continue
    for (const [made, place] of now) if (place === from) now.set(made, path)
  }
  return now
}
