import type { Files } from '../files/files.ts'
import type { Editor } from '../source/edit.ts'
import { answerOf } from './answer-of.ts'
import type { ChangeSet, Notice, Step } from './change-set.ts'
import { changesOf } from './changes-of.ts'
import { createStaging } from './staging.ts'

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

/** How texts come to lie as the app's formatter wants them; without one they stay as they are. */
export type Formats = {
  /** For a file that was written as a whole. */
  format?: (path: string, text: string) => Promise<string>
  /** For a file of the owner's that was edited. */
  formatEdit?: (path: string, texts: { before: string; after: string }) => Promise<string>
}

/** Opens a workspace over files of the disk or of memory. */
export function openWorkspace(options: Formats & { files: Files }): Workspace {
  const { files: given, ...formats } = options
  const files = asFirstRead(given)
  const { staged, read, list, stage, move } = createStaging(files)
  const notices: Notice[] = []
  const steps: Step[] = []

  function edit(path: string, editor: Editor) {
    const answer = answerOf(editor, path, read(path))
    if (answer.kind === 'changed') stage(path, { text: answer.text })
    if (answer.kind !== 'refused') return
    notices.push({ path, because: answer.because, paste: answer.paste })
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
    async changeSet() {
      const changes = await changesOf(staged, files, formats)
      return { changes, notices: [...notices], steps: [...steps] }
    },
  }
}

/** Another elif may write meanwhile: what a plan calls before is what its edits were made from. */
function asFirstRead(files: Files): Files {
  const seen = new Map<string, string | undefined>()
  return {
    ...files,
    read(path) {
      if (!seen.has(path)) seen.set(path, files.read(path))
      return seen.get(path)
    },
  }
}
