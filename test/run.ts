import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { runCheck } from './tiers/check.ts'
import { runSuites } from './tiers/suites.ts'
import { checksOf, type Tier } from './tiers/tier.ts'
import { lastLine, type Tally, total } from './tiers/tally.ts'

/** `npm test`: checks first, then the suites of the tier, then one line with the true numbers. */
async function main(): Promise<number> {
  const tier = readTier()
  const began = Date.now()
  const tallies: Tally[] = []

  for (const check of checksOf(tier)) tallies.push(await runCheck(check, root))
  tallies.push(await runSuites(tier, root))

  const all = total(tallies)
  console.log(`\nTook ${Math.round((Date.now() - began) / 1000)} s.`)
  console.log(lastLine(all))
  return all.failed > 0 ? 1 : 0
}

function readTier(): Tier {
  const options = { fast: { type: 'boolean' }, full: { type: 'boolean' } } as const
  const { values } = parseArgs({ options })
  if (values.fast) return 'fast'
  return values.full ? 'full' : 'usual'
}

const root = join(import.meta.dirname, '..')
process.exitCode = await main()
