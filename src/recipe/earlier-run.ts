import { isDeepStrictEqual } from 'node:util'

import type { Files } from '../files/files.ts'
import { readRuns } from '../ledger/read-ledger.ts'
import type { RunRecord } from '../ledger/run-record.ts'
import { standingRuns } from '../ledger/undone-runs.ts'

/**
 * How a command was last carried out, as long as something is left of what it made: when its
 * owner has removed all of it, or when it was undone, it may be made again.
 */
export function earlierRun(files: Files, command: string): RunRecord | undefined {
  const isLeft = ({ action, path }: RunRecord['files'][number]) =>
    action === 'create' && files.read(path) !== undefined
  const runs = standingRuns(readRuns(files))
  return runs.findLast(({ run }) => run.command === command && run.files.some(isLeft))?.run
}

/** Whether two runs asked for the same; when they ran makes no difference. */
export const sameAnswers = (
  one: Record<string, unknown>,
  other: Record<string, unknown>,
): boolean =>
  isDeepStrictEqual({ ...plain(one), at: undefined }, { ...plain(other), at: undefined })

const plain = (answers: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(answers))
