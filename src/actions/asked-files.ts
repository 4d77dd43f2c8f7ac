import { elifError } from '../errors/elif-error.ts'
import { isBelow } from '../files/files.ts'
import { type Managed, managedFiles } from '../ledger/managed-files.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { type Damaged, shownDamage } from '../ledger/shown-run.ts'
import type { App } from '../project/find-app.ts'
import { pathInApp } from '../project/path-in-app.ts'

/** `paths` as they are typed in `folder`; none of them stands for the whole app. */
export type Asked = { app: Pick<App, 'root' | 'files'>; folder: string; paths: string[] }

type AskedFiles = {
  managed: ReadonlyMap<string, Managed>
  asked: Managed[]
  isAsked: (path: string) => boolean
  damaged: Damaged[]
}

/** The files that runs have written, and those of them that were asked for. */
export function askedFiles({ app: { root, files }, folder, paths }: Asked): AskedFiles {
  const { runs, damaged } = readLedger(files)
  const managed = managedFiles(runs)
  const wanted = paths.map((typed) => pathInApp(root, folder, typed))
  for (const want of wanted) {
    const isKnown = [...managed.keys()].some((path) => covers(want, path))
    if (isKnown || files.list(want).length > 0 || files.read(want) !== undefined) continue
    throw elifError('ledger-path-unknown', { path: want })
  }
  const isAsked = (path: string) => wanted.length === 0 || wanted.some((want) => covers(want, path))
  const asked = [...managed.values()].filter(({ path }) => isAsked(path))
  return { managed, asked, isAsked, damaged: damaged.map(shownDamage) }
}

/** Whether a path that was asked for is this one or a folder around it. */
export const covers = (want: string, path: string): boolean => want === path || isBelow(want, path)
