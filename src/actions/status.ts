import { type FileState, fileStates, unmanagedPaths } from '../ledger/file-states.ts'
import type { Damaged } from '../ledger/shown-run.ts'
import { type Asked, askedFiles } from './asked-files.ts'

export type StatusReport = {
  /** Whether no file is missing and no record damaged; what an owner edits or moves is fine. */
  whole: boolean
  files: (FileState | { path: string; state: 'unmanaged' })[]
  damaged: Damaged[]
}

/** What has become of the files that elif wrote; with `all`, which others there are. */
export function reportFiles({ all, ...wanted }: Asked & { all: boolean }): StatusReport {
  const { files } = wanted.app
  const { managed, asked, isAsked, damaged } = askedFiles(wanted)
  const states = fileStates(files, asked, managed)
  const found = new Set(states.map((file) => (file.state === 'moved' ? file.to : file.path)))
  const isOther = (path: string) => isAsked(path) && !found.has(path)
  const others = all ? unmanagedPaths(files, managed).filter(isOther) : []
  return {
    whole: damaged.length === 0 && states.every(({ state }) => state !== 'missing'),
    files: [...states, ...others.map((path) => ({ path, state: 'unmanaged' as const }))],
    damaged,
  }
}
