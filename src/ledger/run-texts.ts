import type { Files } from '../files/files.ts'
import { readWholeDiff, type TwoTexts, wholeDiff } from '../text/whole-diff.ts'
import type { Change } from '../workspace/change-set.ts'
import { diffPath, isSecret } from './ledger-paths.ts'

/**
 * The diff to keep of a run, which is all that an undo has to know: each text that was edited,
 * moved or deleted, bases included. A file that was made needs no more than to be removed.
 */
export const diffOfRun = (changes: Change[]): string => wholeDiff(changes.flatMap(textsOf))

function textsOf(change: Change): TwoTexts[] {
  switch (change.kind) {
    case 'create':
      return []
    case 'edit':
      return isSecret(change.path) ? [] : [{ ...change, from: change.path }]
    case 'delete':
      return isSecret(change.path) ? [] : [{ ...change, from: change.path, after: undefined }]
    case 'move':
      return isSecret(change.from) || isSecret(change.to) ? [] : [{ ...change, path: change.to }]
  }
}

/** The texts that a run has changed, by path; undefined when they were not kept or are damaged. */
export function textsOfRun(files: Files, record: string): Map<string, TwoTexts> | undefined {
  const diff = files.read(diffPath(record))
  return diff === undefined ? undefined : textsIn(diff)
}

/** The texts of a diff that was kept of a run; undefined when it is none. */
export function textsIn(diff: string): Map<string, TwoTexts> | undefined {
  try {
    return new Map(readWholeDiff(diff).map((each) => [each.path, each]))
  } catch {
    return undefined
  }
}
