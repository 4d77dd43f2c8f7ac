import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { format } from 'prettier'

import { withTier } from './bench/tier-figures.ts'
import { runCheck } from './tiers/check.ts'
import { runSuites } from './tiers/suites.ts'
import { checksOf, type Tier } from './tiers/tier.ts'
import { lastLine, type Tally, total } from './tiers/tally.ts'

/**
 * `npm test`: checks first, then the suites of the tier, then one line with the true numbers, which
 * `--record` also puts into the page of results.
 */
async function main(): Promise<number> {
  const { tier, recorded } = readOptions()
  const began = Date.now()
  const tallies: Tally[] = []

  for (const check of checksOf(tier)) tallies.push(await runCheck(check, root))
  tallies.push(await runSuites(tier, root))

  const all = total(tallies)
  const seconds = Math.round((Date.now() - began) / 1000)
  if (recorded) await record(tier, seconds, all)
  console.log(`\nTook ${seconds} s.`)
  console.log(lastLine(all))
  return all.failed > 0 ? 1 : 0
}

async function record(tier: Tier, seconds: number, tally: Tally): Promise<void> {
  const path = join(root, 'test/bench/RESULTS.md')
  const date = new Date().toISOString().slice(0, 10)
  const page = withTier(readFileSync(path, 'utf8'), { tier, date, seconds, tally })
  writeFileSync(path, await format(page, { parser: 'markdown' }))
}

function readOptions(): { tier: Tier; recorded: boolean } {
  const option = { type: 'boolean', default: false } as const
  const { values } = parseArgs({ options: { fast: option, full: option, record: option } })
  const tier = values.fast ? 'fast' : values.full ? 'full' : 'usual'
  return { tier, recorded: values.record }
}

const root = join(import.meta.dirname, '..')
process.exitCode = await main()
