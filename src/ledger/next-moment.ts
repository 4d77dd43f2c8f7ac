import { ElifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'
import { timeStamp } from '../text/time-stamp.ts'
import { isRunPath, runsFolder } from './ledger-paths.ts'
import { readRun } from './read-ledger.ts'

/**
 * When a run is said to have been: now, or right behind the newest that says it was now or later,
 * since the order of runs is that of their moments, and clocks go wrong.
 */
export function nextMoment(files: Files, now: Date): Date {
  const newest = `${runsFolder}/${timeStamp(now)}`
  const paths = files.list(runsFolder).filter((path) => isRunPath(path) && path >= newest)
  const moments = paths.flatMap((path) => {
    const run = readRun(path, files)
    return run instanceof ElifError ? [] : [Date.parse(run.at) + 1]
  })
  return new Date(Math.max(now.getTime(), ...moments))
}
