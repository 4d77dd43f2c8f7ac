import { type Files, isBelow } from '../files/files.ts'
import { insideApp } from './app-path.ts'

/** What is staged for one path: no text means that the file will be gone. */
export type Staged = {
  text: string | undefined
  /** Written as a whole, so that it is formatted. */
  whole: boolean
  executable: boolean
  /** Where a moved file comes from. */
  from?: string
}

export type Staging = ReturnType<typeof createStaging>

/** Files with what is staged for them laid over. */
export function createStaging(files: Files) {
  const staged = new Map<string, Staged>()

  function read(path: string) {
    const change = staged.get(path)
    return change ? change.text : files.read(path)
  }

  function stage(path: string, change: Partial<Staged>) {
    const before = staged.get(path) ?? { text: undefined, whole: false, executable: false }
    staged.set(insideApp(path), { ...before, ...change })
  }

  function move(from: string, to: string) {
    const text = read(from)
    if (text === undefined) return
    const before = staged.get(from)
    stage(to, { ...before, text, from: before?.from ?? from })
    stage(from, { text: undefined })
  }

  function list(folder = '') {
    const gone = (path: string) => staged.has(path) && staged.get(path)?.text === undefined
    const added = [...staged.keys()].filter((path) => isBelow(folder, path))
    const paths = new Set([...files.list(folder), ...added])
    return [...paths].filter((path) => !gone(path)).toSorted()
  }

  return { staged, read, list, stage, move }
}
