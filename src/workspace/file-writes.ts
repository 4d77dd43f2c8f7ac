import type { Change, ChangeSet } from './change-set.ts'

/** One path of the disk as it must be before and will be after; undefined means no file. */
export type FileWrite = {
  path: string
  before: string | undefined
  after: string | undefined
  executable: boolean
  /** Whose mode a new file takes over. */
  like?: string
}

/** A change set taken apart into single files, which is what can be written and undone. */
export const fileWrites = ({ changes }: ChangeSet): FileWrite[] => changes.flatMap(writesOf)

function writesOf(change: Change): FileWrite[] {
  switch (change.kind) {
    case 'create':
      return [write(change.path, undefined, change.after, { executable: !!change.executable })]
    case 'edit':
      return [write(change.path, change.before, change.after)]
    case 'delete':
      return [write(change.path, change.before, undefined)]
    case 'move':
      return [
        write(change.to, undefined, change.after, { like: change.from }),
        write(change.from, change.before, undefined),
      ]
  }
}

function write(
  path: string,
  before: string | undefined,
  after: string | undefined,
  options: { executable?: boolean; like?: string } = {},
): FileWrite {
  return { path, before, after, executable: false, ...options }
}
