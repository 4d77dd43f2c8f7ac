import type { UpgradeReport } from '../actions/upgrade-check.ts'

/** What an upgrade would do, one line for each file; behind it what it could not do. */
export function upgradeText(report: UpgradeReport): string {
  const { upToDate, from, to, changes, conflicts, notices } = report
  const left = notices.map(({ path, because }) => `  ${path}: ${because}`)
  if (upToDate) return [`The app is up to date with elif ${to}.`, ...left].join('\n')
  const places = conflicts.flatMap(({ path, hunks }) => hunks.map(({ line }) => `${path}:${line}`))
  return [
    from === to
      ? `elif ${to} renders some files otherwise:`
      : `An upgrade from elif ${from} to ${to} is waiting:`,
    ...changes.map(({ kind, path }) => `  ${kind.padEnd(6)}  ${path}`),
    ...places.map((place) => `  You and elif have changed the same lines: ${place}`),
    ...left,
  ].join('\n')
}
