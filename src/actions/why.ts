import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { currentText } from '../ledger/current-text.ts'
import { type FileState, fileStates } from '../ledger/file-states.ts'
import { type LineOrigin, lineOrigin } from '../ledger/line-origin.ts'
import { type Managed, managedFiles } from '../ledger/managed-files.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { type Damaged, shownDamage, type ShownRun, shownRun } from '../ledger/shown-run.ts'
import type { App } from '../project/find-app.ts'
import { pathInApp } from '../project/path-in-app.ts'

export type ExplainedLine = Omit<LineOrigin, 'by'> & {
  number: number
  text: string
  by: ShownRun[]
}

export type Explained = {
  path: string
  /** Where it lay when the newest run wrote it; told only of a moved file. */
  movedFrom?: string
  state: FileState['state'] | 'unmanaged'
  made?: ShownRun
  edits: (ShownRun & { regions: string[] })[]
  /** Whether every run found the file as the one before it had left it. */
  unbroken: boolean
  line?: ExplainedLine
  damaged: Damaged[]
}

type Question = { app: Pick<App, 'root' | 'files'>; folder: string; typed: string }

/** Which runs wrote a file, whether its owner has edited it, and whose one of its lines is. */
export async function explain({ app, folder, typed }: Question): Promise<Explained> {
  const { root, files } = app
  const place = placeTyped(files, pathInApp(root, folder, typed))
  const { runs, damaged } = readLedger(files)
  const { file, state, path } = found(files, managedFiles(runs), place.path)
  const base = { path, edits: [], unbroken: true, damaged: damaged.map(shownDamage) }
  const line = await explainedLine({ files, file, state, path }, place.line)
  if (file === undefined) return { ...base, state: 'unmanaged', ...line }
  return {
    ...base,
    ...(path !== file.path && { movedFrom: file.path }),
    state,
    ...(file.made && { made: shownRun(file.made) }),
    edits: file.edits.map(({ recorded, regions }) => ({ ...shownRun(recorded), regions })),
    unbroken: file.unbroken,
    ...line,
  }
}

type Found = { file: Managed | undefined; state: Explained['state']; path: string }

/** The file of a path, which a run wrote there or elsewhere. */
function found(files: Files, managed: Map<string, Managed>, path: string): Found {
  const file = managed.get(path)
  const now = currentText(files, path)
  if (!file && now.kind === 'absent') throw elifError('ledger-path-unknown', { path })
  const asked = file ? [file] : [...managed.values()]
  const states = fileStates(files, asked, managed)
  const state = states.find((each) =>
    file ? each.path === path : each.state === 'moved' && each.to === path,
  )
  if (state === undefined) return { file: undefined, state: 'unmanaged', path }
  const to = state.state === 'moved' ? state.to : path
  return { file: managed.get(state.path), state: state.state, path: to }
}

async function explainedLine(
  { files, file, state, path }: Found & { files: Files },
  number: number | undefined,
): Promise<{ line?: ExplainedLine }> {
  if (number === undefined) return {}
  const now = currentText(files, path)
  if (now.kind === 'not-text') throw elifError('file-encoding', { path }, { at: { path } })
  const all = now.kind === 'text' ? now.text : ''
  const lines = all === '' ? [] : all.replace(/\n$/, '').split('\n')
  const text = lines[number - 1]
  if (text === undefined) {
    throw elifError('ledger-line-missing', { path, line: number, lines: lines.length })
  }
  if (!file || state === 'unmanaged') return { line: { number, text, whose: 'owner', by: [] } }
  const origin = await lineOrigin({ files, file, state, text: all }, number)
  return { line: { number, text, ...origin, by: origin.by.map(shownRun) } }
}

/** `src/app.ts:12` and, as editors copy it, `src/app.ts:12:5`. */
function placeTyped(files: Files, typed: string): { path: string; line?: number } {
  const [, path, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(typed) ?? []
  if (path === undefined || currentText(files, typed).kind !== 'absent') return { path: typed }
  return { path, line: Number(line) }
}
