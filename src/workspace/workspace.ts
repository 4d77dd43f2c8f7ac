import type { Files } from '../files/files.ts'
import type { Editor } from '../source/edit.ts'
import { insideApp } from './app-path.ts'
import type { ChangeSet, Notice, Step } from './change-set.ts'
import { changesOf } from './changes-of.ts'
import { answerOf } from './answer-of.ts'

/** The files of an app as they will be: what is staged here reaches no disk. */
export type Workspace = Files & {
  /** Stages a whole file; it is formatted with the app's settings. */
  write(path: string, text: string, options?: { executable?: true }): void
  /** Runs an edit now. What it refuses becomes a notice; the file stays as it is. */
  edit(path: string, editor: Editor): void
  remove(path: string): void
  move(from: string, to: string): void
  notice(notice: Notice): void
  step(step: Step): void
  changeSet(): Promise<ChangeSet>
}

/** What is staged for one path: no text means that the file will be gone. */
export type Staged = {
  text: string | undefined
  whole: boolean
  executable: boolean
  from?: string
}
export type Format = (path: string, text: string) => Promise<string>

/** Opens a workspace over files of the disk or of memory; `format` is given whole files only. */
export function openWorkspace({ files, format }: { files: Files; format?: Format }): Workspace {
  const staged = new Map<string, Staged>()
  const notices: Notice[] = []
  const steps: Step[] = []

  function read(path: string) {
    const change = staged.get(path)
    return change ? change.text : files.read(path)
  }

  function stage(path: string, change: Partial<Staged>) {
    const before = staged.get(path) ?? { text: undefined, whole: false, executable: false }
    staged.set(insideApp(path), { ...before, ...change })
  }

  function edit(path: string, editor: Editor) {
    const answer = answerOf(editor, path, read(path))
    if (answer.kind === 'changed') stage(path, { text: answer.text })
    if (answer.kind === 'refused') {
      notices.push({ path, because: answer.because, paste: answer.paste })
    }
  }

  function move(from: string, to: string) {
    const text = read(from)
    if (text === undefined) return
    const before = staged.get(from)
    stage(to, { ...before, text, from: before?.from ?? from })
    stage(from, { text: undefined })
  }

  function list() {
    const gone = (path: string) => staged.has(path) && staged.get(path)?.text === undefined
    const paths = new Set([...files.list(), ...staged.keys()])
    return [...paths].filter((path) => !gone(path)).toSorted()
  }

  return {
    read,
    list,
    edit,
    move,
    write: (path, text, { executable = false } = {}) =>
      stage(path, { text, whole: true, executable }),
    remove: (path) => stage(path, { text: undefined }),
    notice: (notice) => void notices.push(notice),
    step: (step) => void steps.push(step),
    changeSet: async () => ({
      changes: await changesOf(staged, files, format),
      notices: [...notices],
      steps: [...steps],
    }),
  }
}
