import { elifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { compareNames } from '../text/compare-names.ts'
import { basePath, isRunPath, ledgerFolder } from './ledger-paths.ts'
import { RunRecord } from './run-record.ts'

/** The runs of an app, oldest first, by the paths of their records. */
export function readRuns(files: Files): { path: string; run: RunRecord }[] {
  return files
    .list(`${ledgerFolder}/runs`)
    .filter(isRunPath)
    .map((path) => ({ path, run: readRun(path, files.read(path) ?? '') }))
    .toSorted((a, b) => compareNames(a.run.at, b.run.at) || compareNames(a.path, b.path))
}

/** A file as elif last rendered it, unformatted and with LF; undefined for the owner's files. */
export const readBase = (files: Files, path: string) =>
  files.read(basePath(path))?.replaceAll('\r\n', '\n')

function readRun(path: string, text: string): RunRecord {
  try {
    return RunRecord.parse(JSON.parse(text))
  } catch (cause) {
    throw elifError('run-record-unreadable', { path }, { at: { path }, cause })
  }
}
