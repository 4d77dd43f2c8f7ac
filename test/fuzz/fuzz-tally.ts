import type { Tried } from './fuzz-file.ts'

/** What many trials came to. */
export type FuzzTally = {
  files: number
  cases: number
  /** Where what an edit had added was taken out again, and the first bytes were there. */
  same: number
  /** Where the list it was taken out of has its line breaks in other places than at first. */
  relaid: number
  refused: Record<string, number>
  failures: string[]
}

export const emptyTally = (): FuzzTally => ({
  files: 0,
  cases: 0,
  same: 0,
  relaid: 0,
  refused: {},
  failures: [],
})

/** Counts what was tried with one file. */
export function counted(trials: Tried[]): FuzzTally {
  const tally = { ...emptyTally(), files: 1, cases: trials.length }
  for (const { path, variant, trial, outcome } of trials) {
    if (outcome.kind === 'failed') {
      tally.failures.push(`${path} (${variant}), ${trial}: ${outcome.because}`)
    } else if (outcome.kind === 'refused') {
      tally.refused[outcome.because] = (tally.refused[outcome.because] ?? 0) + 1
    } else if (outcome.relaid) {
      tally.relaid += 1
    } else {
      tally.same += 1
    }
  }
  return tally
}

export function sumOf(tallies: FuzzTally[]): FuzzTally {
  const sum = emptyTally()
  for (const { files, cases, same, relaid, refused, failures } of tallies) {
    sum.files += files
    sum.cases += cases
    sum.same += same
    sum.relaid += relaid
    sum.failures.push(...failures)
    for (const [because, count] of Object.entries(refused)) {
      sum.refused[because] = (sum.refused[because] ?? 0) + count
    }
  }
  return sum
}

/** One edit in twenty-five may be refused and one in a hundred may break a line elsewhere. */
export function faultsOf(tally: FuzzTally): string[] {
  const refusals = Object.values(tally.refused).reduce((sum, count) => sum + count, 0)
  return [
    ...tally.failures,
    ...(refusals > tally.cases / 25 ? [`${refusals} of ${tally.cases} edits were refused`] : []),
    ...(tally.relaid > tally.cases / 100 ? [`${tally.relaid} lists have other line breaks`] : []),
  ]
}
