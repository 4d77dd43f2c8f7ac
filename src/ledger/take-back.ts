import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { schemaFile } from '../project/layout.ts'
import { changed } from '../source/edit.ts'
import type { Merged, MergeHunk } from '../source/merge/merge-file.ts'
import { lineEndOf } from '../text/lines.ts'
import type { TwoTexts } from '../text/whole-diff.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { currentText } from './current-text.ts'
import { isOnlyLaid } from './only-laid.ts'
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
export async function takeBack(file: FileRecord, taking: Taking): Promise<TakenBack> {
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

async function takeAway(file: FileRecord, { app, files, where, now }: Placed): Promise<TakenBack> {
  // The schema file is nobody's to edit: migrations write it.
  const isAsMade =
    file.path === schemaFile ||
    sha256(now) === file.hash ||
    (await isOnlyLaid(files, file.path, now))
  if (!isAsMade) return left(where, 'it was edited since and is its owner’s now')
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

function turnBack(file: FileRecord, placed: Placed): TakenBack {
  const { app, files, where, now } = placed
  // An edit too says where a file came from, when its owner had moved it.
  const from = file.action === 'move' ? file.from : undefined
  if (from !== undefined && files.read(from) !== undefined) {
    return left(where, `there is another ${from}`)
  }
  const path = from ?? where
  if (from !== undefined) app.move(where, from)
  if (sha256(now) === file.before) return done
  const turned = turnedText(file, path, placed)
  if (turned.kind === 'clean') {
    app.edit(path, () => changed(turned.text))
    return done
  }
  if (path === schemaFile) return left(path, './elif migrate writes it anew')
  return { kind: 'conflict', path, hunks: turned.hunks }
}

/** The very text of before where nobody has touched the file, else what structure or lines allow. */
function turnedText({ hash }: FileRecord, path: string, placed: Placed): Merged {
  const { now, texts, later, title, byStructure } = placed
  const turn = { before: texts?.before ?? '', after: texts?.after ?? '' }
  const exact = sha256(now) === hash ? exactly(turn.before, now) : undefined
  const clean = exact ?? byStructure(path, now, turn)
  const label = `before ${title}`
  const merged: Merged =
    clean === undefined
      ? withoutRun({ path, turn, later, now, label })
      : { kind: 'clean', text: clean }
  if (merged.kind === 'conflict' || !parsesWorse(path, now, merged.text)) return merged
  const whole = { line: 1, base: turn.after, mine: now, theirs: turn.before }
  return { kind: 'conflict', text: now, hunks: [whole] }
}

/** The text of before with the line ends that the file has on this disk; undefined for mixed ones. */
function exactly(before: string, now: string): string | undefined {
  const ends = new Set(now.match(/\r?\n/gu))
  if (ends.size > 1) return undefined
  return lineEndOf(now) === '\r\n' ? before.replaceAll('\n', '\r\n') : before
}
