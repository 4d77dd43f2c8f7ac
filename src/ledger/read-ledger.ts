import { ElifError, elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { compareNames } from '../text/compare-names.ts'
import { basePath, isRunPath, ledgerFolder } from './ledger-paths.ts'
import { RunRecord } from './run-record.ts'

/** A run and the path of its record. */
export type Recorded = { path: string; run: RunRecord }

/** The runs of an app, oldest first, and what is wrong with the records that cannot be read. */
export function readLedger(files: Files): { runs: Recorded[]; damaged: ElifError[] } {
  const runs: Recorded[] = []
  const damaged: ElifError[] = []
  for (const path of files.list(`${ledgerFolder}/runs`).filter(isRunPath)) {
    const run = readRun(path, files)
    if (run instanceof ElifError) damaged.push(run)
    else runs.push({ path, run })
  }
  const inOrder = (a: Recorded, b: Recorded) =>
    compareNames(a.run.at, b.run.at) || compareNames(a.path, b.path)
  return { runs: runs.toSorted(inOrder), damaged }
}

/** The runs of an app, oldest first; throws where a record cannot be read. */
export function readRuns(files: Files): Recorded[] {
  const { runs, damaged } = readLedger(files)
  if (damaged[0]) throw damaged[0]
  return runs
}

/** A file as elif last rendered it, unformatted and with LF; undefined for the owner's files. */
export const readBase = (files: Files, path: string) =>
  files.read(basePath(path))?.replaceAll('\r\n', '\n')

/** One run, or what is wrong with its record. */
export function readRun(path: string, files: Files): RunRecord | ElifError {
  try {
    return RunRecord.parse(JSON.parse(files.read(path) ?? ''))
  } catch (cause) {
    return elifError('run-record-unreadable', { path }, { at: { path }, cause })
  }
}
