import { changed } from '../source/edit.ts'
import { type MergeHunk, mergeFile } from '../source/merge/merge-file.ts'
import { openReaders } from '../source/readers.ts'
import { ElifError } from '../errors/elif-error.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { noteCarried } from './carried-bases.ts'
import { isSecret } from './ledger-paths.ts'
import { laidRender } from './laid-render.ts'
import { whereItLies } from './where-it-lies.ts'

/** What became of a file; `path` is where it lies now. */
export type Carried =
  | { kind: 'unchanged' | 'forwarded' | 'merged' | 'deleted-by-owner'; path: string }
  | { kind: 'written-with-conflicts' | 'conflict'; path: string; hunks: MergeHunk[] }

type Carrying = {
  path: string
  /** As elif rendered the file and would render it now, both unformatted. */
  oldRender: string
  newRender: string
  /** Writes conflicts into the file instead of leaving it alone. */
  merge?: 'markers'
  /** What the other side of a conflict is called. */
  label?: string
}

/**
 * Brings what a new render changes into a file of the owner's, wherever that lies now. Both
 * renders are laid out by the app's settings of today, so that a new style costs no conflict.
 */
export async function carry(app: Workspace, options: Carrying): Promise<Carried> {
  const { path, oldRender, newRender } = options
  const now = whereItLies(app, path)
  const mine = now === undefined ? undefined : readable(app, now)
  if (now === undefined || mine === undefined) return { kind: 'deleted-by-owner', path }
  const [base, theirs] = await Promise.all([
    laidRender(app, now, oldRender),
    laidRender(app, now, newRender),
  ])
  await openReaders()
  const labels = { mine: 'yours', theirs: options.label ?? 'elif' }
  const merged = mergeFile({ path: now, base, mine, theirs, labels })
  if (merged.kind === 'conflict' && options.merge !== 'markers') {
    return { kind: 'conflict', path: now, hunks: merged.hunks }
  }
  if (!isSecret(now)) noteCarried(app, { path, now, render: newRender })
  if (merged.text !== mine) app.edit(now, () => changed(merged.text))
  if (merged.kind === 'conflict') {
    return { kind: 'written-with-conflicts', path: now, hunks: merged.hunks }
  }
  if (merged.text === mine) return { kind: 'unchanged', path: now }
  const isUntouched = sameLines(mine, base)
  return { kind: isUntouched ? 'forwarded' : 'merged', path: now }
}

/** An owner may put anything in place of a file; what is no text is no longer that file. */
function readable(app: Workspace, path: string): string | undefined {
  try {
    return app.read(path)
  } catch (error) {
    if (error instanceof ElifError && error.code === 'file-encoding') return undefined
    throw error
  }
}

const sameLines = (one: string, other: string) =>
  one
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd() === other.trimEnd()
