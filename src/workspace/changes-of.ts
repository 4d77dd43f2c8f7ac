import type { Files } from '../files/files.ts'
import { lineEndOf } from '../text/lines.ts'
import type { Change } from './change-set.ts'
import type { Staged } from './staging.ts'
import type { Formats } from './workspace.ts'

/** What is staged as changes, in the order of the paths; what stays the same is no change. */
export async function changesOf(
  staged: ReadonlyMap<string, Staged>,
  files: Files,
  formats: Formats,
): Promise<Change[]> {
  const moved = movedAway(staged, files)
  const changes: Change[] = []
  for (const path of [...staged.keys()].toSorted()) {
    const stage = staged.get(path)
    if (!stage || moved.has(path)) continue
    const after =
      stage.text === undefined
        ? undefined
        : await formatted(stage, { path, before: files.read(path), formats })
    const change = changeOf(path, { ...stage, text: after }, files, moved)
    if (change) changes.push(change)
  }
  return changes
}

/** The paths whose file really goes elsewhere: gone here, new there. */
function movedAway(staged: ReadonlyMap<string, Staged>, files: Files): Set<string> {
  const moved = new Set<string>()
  for (const [path, { from, text }] of staged) {
    if (from === undefined || text === undefined) continue
    if (files.read(path) !== undefined || files.read(from) === undefined) continue
    if (staged.get(from)?.text === undefined) moved.add(from)
  }
  return moved
}

function changeOf(path: string, stage: Staged, files: Files, moved: Set<string>) {
  const before = files.read(path)
  const after = stage.text
  if (after === undefined) return before === undefined ? undefined : gone(path, before)
  if (before !== undefined) return before === after ? undefined : edited(path, before, after)
  const origin = stage.from !== undefined && moved.has(stage.from) ? stage.from : undefined
  if (origin === undefined) return created(path, after, stage.executable)
  return movedTo(origin, path, files.read(origin) ?? '', after)
}

const gone = (path: string, before: string): Change => ({ kind: 'delete', path, before })

const edited = (path: string, before: string, after: string): Change => ({
  kind: 'edit',
  path,
  before,
  after,
})

const created = (path: string, after: string, executable: boolean): Change =>
  executable ? { kind: 'create', path, after, executable } : { kind: 'create', path, after }

const movedTo = (from: string, to: string, before: string, after: string): Change => ({
  kind: 'move',
  from,
  to,
  before,
  after,
})

type Formatted = { path: string; before: string | undefined; formats: Formats }

async function formatted({ text = '', whole }: Staged, { path, before, formats }: Formatted) {
  if (whole) return endedLike(before, formats.format ? await formats.format(path, text) : text)
  if (before === undefined || before === text || !formats.formatEdit) return text
  return formats.formatEdit(path, { before, after: text })
}

/** A file that is written anew keeps the line ends it has on this disk. */
const endedLike = (before: string | undefined, text: string) =>
  before !== undefined && lineEndOf(before) === '\r\n' ? text.replace(/\r?\n/g, '\r\n') : text
