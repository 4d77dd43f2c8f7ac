import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { schemaFile } from '../project/layout.ts'
import { changed } from '../source/edit.ts'
import type { Merged, MergeHunk } from '../source/merge/merge-file.ts'
import { lineEndOf } from '../text/lines.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { currentText } from './current-text.ts'
import { isSecret } from './ledger-paths.ts'
import { parsesWorse } from './parses-worse.ts'
import type { FileRecord } from './run-record.ts'
import { whereItLies } from './where-it-lies.ts'
import { type Turn, withoutRun } from './without-run.ts'

/** What became of one file: taken back, or left as it is for a reason. */
export type TakenBack =
  | { kind: 'done' }
  | { kind: 'left'; path: string; because: string }
  | { kind: 'conflict'; path: string; hunks: MergeHunk[] }

export type Taking = {
  app: Workspace
  /** The app as it is, while `app` holds what is taken back. */
  files: Files
  title: string
  texts: TwoTexts | undefined
  /** What later runs did to the same text. */
  later: Turn[]
  /** Takes out by structure what cannot be taken out by lines; undefined where that fails too. */
  byStructure: (path: string, now: string, turn: Turn) => string | undefined
}

/** Stages the inverse of what a run did to one file. */
export function takeBack(file: FileRecord, taking: Taking): TakenBack {
  if (isSecret(file.path)) return left(file.path, 'elif keeps nothing of environment files')
  if (file.action === 'delete') return bringBack(file, taking)
  const where = whereItLies(taking.files, file.path)
  if (where === undefined) {
    return file.action === 'create' ? done : left(file.path, 'it is gone, and all that was in it')
  }
  if (currentText(taking.files, where).kind !== 'text') {
    return left(where, 'something that is no text has taken its place')
  }
  const now = taking.files.read(where) ?? ''
  if (file.action === 'create') return takeAway(file, { ...taking, where, now })
  return turnBack(file, { ...taking, where, now })
}

type Placed = Taking & { where: string; now: string }

const done: TakenBack = { kind: 'done' }
const left = (path: string, because: string): TakenBack => ({ kind: 'left', path, because })

function takeAway({ hash }: FileRecord, { app, where, now }: Placed): TakenBack {
  if (sha256(now) !== hash) return left(where, 'it was edited since and is its owner’s now')
  app.remove(where)
  return done
}

/** Only a run that took files away has such: an undo, taken back itself. */
function bringBack({ path, before }: FileRecord, { app, files, texts }: Taking): TakenBack {
  const now = currentText(files, path)
  if (now.kind === 'text' && sha256(now.text) === before) return done
  if (now.kind !== 'absent') return left(path, 'another file has taken its place')
  app.write(path, texts?.before ?? '')
  return done
}

function turnBack(file: FileRecord, { where, now, ...taking }: Placed): TakenBack {
  const { app, files, texts, later, title, byStructure } = taking
  const { from } = file
  if (from !== undefined && files.read(from) !== undefined) {
    return left(where, `there is another ${from}`)
  }
  if (from !== undefined) app.move(where, from)
  if (sha256(now) === file.before) return done
  const turn = { before: texts?.before ?? '', after: texts?.after ?? '' }
  const exact = sha256(now) === file.hash ? exactly(turn.before, now) : undefined
  const path = from ?? where
  const merged: Merged =
    exact === undefined
      ? withoutRun({ path, turn, later, now, label: `before ${title}` })
      : { kind: 'clean', text: exact }
  const clean = merged.kind === 'clean' ? merged.text : byStructure(path, now, turn)
  if (clean !== undefined && !parsesWorse(path, now, clean)) {
    app.edit(path, () => changed(clean))
    return done
  }
  if (path === schemaFile) return left(path, './elif migrate writes it anew')
  const whole = { line: 1, base: turn.after, mine: now, theirs: turn.before }
  return { kind: 'conflict', path, hunks: merged.kind === 'conflict' ? merged.hunks : [whole] }
}

/** The text of before with the line ends that the file has on this disk; undefined for mixed ones. */
function exactly(before: string, now: string): string | undefined {
  const ends = new Set(now.match(/\r?\n/gu))
  if (ends.size > 1) return undefined
  return lineEndOf(now) === '\r\n' ? before.replaceAll('\n', '\r\n') : before
}
