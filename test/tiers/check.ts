import { execa } from 'execa'

import type { Tally } from './tally.ts'
import type { Check } from './tier.ts'

/** Runs one check quietly and shows what it said only when it failed. */
export async function runCheck(check: Check, root: string): Promise<Tally> {
  const began = Date.now()
  const { exitCode, all } = await execa(check.command, check.arguments, {
    cwd: root,
    all: true,
    preferLocal: true,
    reject: false,
  })
  const passed = exitCode === 0
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  console.log(`${passed ? 'passed' : 'FAILED'}  ${check.name} (${seconds} s)`)
  if (!passed) console.log(all)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}
