import type { AttackTally } from '../attacks/attack-report.ts'
import { withSection } from './page-sections.ts'

/** What a run of all attacks counted, and where. */
export type AttackFigures = {
  date: string
  machine: string
  seconds: number
  attacks: AttackTally[]
  /** Defaults that were taken away one by one. */
  defaults: AttackTally
}

/** The page with the figures of this run in place of the earlier ones. */
export function withAttacks(page: string, figures: AttackFigures): string {
  const { date, machine, seconds, attacks, defaults } = figures
  return withSection(
    page,
    [
      '## Attacks',
      '',
      `Run on ${date} by \`npm run attacks\` in ${seconds} s: ${machine}.`,
      'Each case is one of the tests that every made app carries; what it has to answer stands there.',
      '',
      '| Attack | Cases | Withstood not |',
      '| --- | --- | --- |',
      ...attacks.map(cells),
      '',
      'Each default of security taken away alone, and a test of the app that has to fail then:',
      '',
      '| Defaults | Cases | Noticed by no test |',
      '| --- | --- | --- |',
      cells(defaults),
      '',
    ].join('\n'),
  )
}

const cells = ({ what, cases, failures }: AttackTally) =>
  `| ${what} | ${cases} | ${failures.length} |`
