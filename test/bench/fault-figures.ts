import type { FaultTally } from '../faults/fault-tally.ts'
import { withSection } from './page-sections.ts'

/** What a run of all faults counted, and where. */
export type FaultFigures = {
  date: string
  machine: string
  seconds: number
  seed: number
  dying: FaultTally
  failing: FaultTally
  recovering: FaultTally
  killed: FaultTally
}

/** The page with the figures of this run in place of the earlier ones. */
export function withFaults(page: string, figures: FaultFigures): string {
  const { date, machine, seconds, seed, dying, failing, recovering, killed } = figures
  const rows: [string, FaultTally][] = [
    ['process ended at a call of an apply: each call, before, within, behind', dying],
    ['the call failed and the process went on', failing],
    ['the recovery ended too, at each of its calls, and ran again', recovering],
    [
      '`kill -9` of commands in made apps at moments of chance, 3 in 10 beside another elif',
      killed,
    ],
  ]
  const cells = ([what, { runs, rolledBack, finished, clean, failed }]: (typeof rows)[number]) =>
    `| ${[what, runs, rolledBack, finished, clean, failed].join(' | ')} |`
  return withSection(
    page,
    [
      '## Faults',
      '',
      `Run on ${date} by \`npm run faults\` with seed ${seed} in ${seconds} s: ${machine}.`,
      'After each stop the next command runs; then every file is as before or as after, or it failed.',
      '',
      '| What | Stops | Taken back | Finished | Nothing to do | Failures |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map(cells),
      '',
    ].join('\n'),
  )
}
