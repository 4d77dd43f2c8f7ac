import type { Tally } from '../tiers/tally.ts'
import type { Tier } from '../tiers/tier.ts'

const heading = '## Test tiers'
const head =
  '| Tier | Date | Took | Passed | Failed | Skipped |\n| --- | --- | --- | --- | --- | --- |'

/** What one run of a tier counted; `seconds` from the first check to the last test. */
export type TierFigures = { tier: Tier; date: string; seconds: number; tally: Tally }

/** The part of a page of results that tells of the tiers; empty where there is none. */
export function tiersIn(page: string): string {
  const start = page.indexOf(heading)
  return start < 0 ? '' : page.slice(start)
}

/** The page with the figures of this run in place of the tier's earlier ones. */
export function withTier(page: string, { tier, date, seconds, tally }: TierFigures): string {
  const before = page.slice(0, page.length - tiersIn(page).length)
  const name = `\`${tier === 'usual' ? 'test' : `test:${tier}`}\``
  const others = tiersIn(page)
    .split('\n')
    .filter((line) => line.startsWith('| `') && !line.startsWith(`| ${name} `))
  const { passed, failed, skipped } = tally
  const row = `| ${[name, date, `${seconds} s`, passed, failed, skipped].join(' | ')} |`
  const rows = [...others, row].toSorted()
  return `${before.trimEnd()}\n\n${heading}\n\n${head}\n${rows.join('\n')}\n`
}
