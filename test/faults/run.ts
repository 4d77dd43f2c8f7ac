import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { format } from 'prettier'

import { withFaults } from '../bench/fault-figures.ts'
import { machine } from '../bench/machine.ts'
import { applyCases } from './apply-cases.ts'
import { type FaultTally, sumOf } from './fault-tally.ts'
import { killCommands } from './killed-commands.ts'
import { stopEverywhere } from './stopped-applies.ts'

const root = join(import.meta.dirname, '../..')

/**
 * `npm run faults`: stops applies at all of their calls and kills commands in made apps. `--kills` is
 * how many, `--seed` repeats them, `--record` puts the figures into the page of results.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      record: { type: 'boolean', default: false },
      kills: { type: 'string', default: '500' },
      seed: { type: 'string', default: '20261120' },
    },
  })
  const [kills, seed] = [Number(values.kills), Number(values.seed)]
  const began = Date.now()
  const stopped = await stopApplies()
  const killed = await killInApps(kills, seed)
  const seconds = Math.round((Date.now() - began) / 1000)
  const failures = Object.values({ ...stopped, killed }).flatMap((each) => each.failures)
  for (const failure of failures) console.log(`FAILED  ${failure}`)
  console.log({ ...stopped, killed, seconds })
  if (values.record) await record({ ...stopped, killed, seconds, seed })
  return failures.length > 0 ? 1 : 0
}

/** Calls before, within and behind which the process ends; which fail; and recoveries that end too. */
async function stopApplies() {
  const dying: FaultTally[] = []
  const failing: FaultTally[] = []
  const recovering: FaultTally[] = []
  for (const each of applyCases) {
    console.log(`Stopping an apply: ${each.name} ...`)
    for (const moment of ['before', 'midway', 'after'] as const) {
      dying.push(await stopEverywhere(each, { moment }))
      failing.push(await stopEverywhere(each, { moment, revives: true }))
    }
    recovering.push(await stopEverywhere(each, { moment: 'after', twice: true }))
  }
  return { dying: sumOf(dying), failing: sumOf(failing), recovering: sumOf(recovering) }
}

async function killInApps(kills: number, seed: number): Promise<FaultTally> {
  execFileSync(process.execPath, [join(root, 'bin/build.ts')], { cwd: root })
  const folder = mkdtempSync(join(tmpdir(), 'elif-faults-'))
  const environment = { XDG_STATE_HOME: folder, XDG_RUNTIME_DIR: folder, NO_COLOR: '1' }
  try {
    return await killCommands({ elif: join(root, 'bin/run.js'), folder, environment }, kills, seed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function record(figures: Omit<Parameters<typeof withFaults>[1], 'date' | 'machine'>) {
  const path = join(root, 'test/bench/RESULTS.md')
  const date = new Date().toISOString().slice(0, 10)
  const page = withFaults(readFileSync(path, 'utf8'), { date, machine: machine(), ...figures })
  writeFileSync(path, await format(page, { parser: 'markdown' }))
}

process.exitCode = await main()
