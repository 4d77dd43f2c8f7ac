import type { Files } from '../files/files.ts'
import { currentText } from '../ledger/current-text.ts'
import { type FileState, fileStates } from '../ledger/file-states.ts'
import { formattedBase } from '../ledger/formatted-base.ts'
import type { Managed } from '../ledger/managed-files.ts'
import { type Damaged, type ShownRun, shownRun } from '../ledger/shown-run.ts'
import { unifiedDiff } from '../text/diff.ts'
import { type Asked, askedFiles } from './asked-files.ts'

export type FileDiff =
  /** `alsoBy` are the runs whose own entries are in the diff too. */
  | { kind: 'diff'; path: string; diff: string; alsoBy: ShownRun[] }
  | { kind: 'left-out'; path: string; because: 'no-base' | 'not-text' }

export type DiffReport = { files: FileDiff[]; damaged: Damaged[] }

/** What an owner has changed in the files that elif rendered, since it rendered them. */
export async function diffOfMine(wanted: Asked): Promise<DiffReport> {
  const { files } = wanted.app
  const { managed, asked, damaged } = askedFiles(wanted)
  const diffs: FileDiff[] = []
  for (const state of fileStates(files, asked, managed)) {
    const file = managed.get(state.path)
    if (file) diffs.push(...(await diffOf(files, file, state)))
  }
  return { files: diffs, damaged }
}

async function diffOf(files: Files, file: Managed, state: FileState): Promise<FileDiff[]> {
  const { path, unbroken, edits } = file
  const isAsLeft = state.state === 'untouched' || state.state === 'moved'
  if (state.state === 'generated' || (isAsLeft && unbroken)) return []
  const now = currentText(files, state.state === 'moved' ? state.to : path)
  if (now.kind === 'not-text') return [{ kind: 'left-out', path, because: 'not-text' }]
  const base = await formattedBase(files, path)
  if (base === undefined) return [{ kind: 'left-out', path, because: 'no-base' }]
  const diff = await unifiedDiff(path, base, now.kind === 'text' ? now.text : undefined)
  const alsoBy = now.kind === 'text' ? edits.map(({ recorded }) => shownRun(recorded)) : []
  return diff === '' ? [] : [{ kind: 'diff', path, diff, alsoBy }]
}
