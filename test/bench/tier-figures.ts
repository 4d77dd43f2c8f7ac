import type { Tally } from '../tiers/tally.ts'
import type { Tier } from '../tiers/tier.ts'
import { sectionOf, withSection } from './page-sections.ts'

const heading = '## Test tiers'
const head =
  '| Tier | Date | Took | Passed | Failed | Skipped |\n| --- | --- | --- | --- | --- | --- |'

/** What one run of a tier counted; `seconds` from the first check to the last test. */
export type TierFigures = { tier: Tier; date: string; seconds: number; tally: Tally }

/** The page with the figures of this run in place of the tier's earlier ones. */
export function withTier(page: string, { tier, date, seconds, tally }: TierFigures): string {
  const name = `\`${tier === 'usual' ? 'test' : `test:${tier}`}\``
  const others = sectionOf(page, heading)
    .split('\n')
    .filter((line) => line.startsWith('| `') && !line.startsWith(`| ${name} `))
  const { passed, failed, skipped } = tally
  const row = `| ${[name, date, `${seconds} s`, passed, failed, skipped].join(' | ')} |`
  const rows = [...others, row].toSorted()
  return withSection(page, `${heading}\n\n${head}\n${rows.join('\n')}\n`)
}
