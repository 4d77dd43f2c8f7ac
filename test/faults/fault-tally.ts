/** How runs that were stopped ended, once the next command had run. */
export type FaultTally = {
  runs: number
  /** Taken back by the next command. */
  rolledBack: number
  /** Complete, but for the journal that the next command removed. */
  finished: number
  /** Stopped before anything was begun, or after all was done. */
  clean: number
  failed: number
  failures: string[]
}

export const emptyTally = (): FaultTally => ({
  runs: 0,
  rolledBack: 0,
  finished: 0,
  clean: 0,
  failed: 0,
  failures: [],
})

export function sumOf(tallies: FaultTally[]): FaultTally {
  return tallies.reduce(
    (sum, each) => ({
      runs: sum.runs + each.runs,
      rolledBack: sum.rolledBack + each.rolledBack,
      finished: sum.finished + each.finished,
      clean: sum.clean + each.clean,
      failed: sum.failed + each.failed,
      failures: [...sum.failures, ...each.failures],
    }),
    emptyTally(),
  )
}
