import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { format } from 'prettier'

import { withAttacks } from '../bench/attack-figures.ts'
import { machine } from '../bench/machine.ts'
import { mustRun, runProgram } from '../made-app/run-program.ts'
import { createSandbox, type Sandbox } from '../made-app/sandbox.ts'
import { attackedFeatures } from './attack-groups.ts'
import { attacksIn, type AttackTally } from './attack-report.ts'
import { securityDefaults } from './security-defaults.ts'
import { failsWithout, runTests } from './tests-without.ts'

const root = join(import.meta.dirname, '../..')
const elif = join(root, 'bin/run.js')

/**
 * `npm run attacks`: makes an app, attacks it by all of its own tests that do so, then takes each
 * default of security away and looks whether a test notices. `--record` puts the counts into the
 * page of results.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } })
  const began = Date.now()
  const sandbox = createSandbox()
  try {
    const app = await makeApp(sandbox)
    console.log('Attacking ...')
    const attacks = await attack(app, sandbox)
    console.log(`Taking ${securityDefaults.length} defaults away ...`)
    const defaults = await takeAway(app, sandbox)
    const tallies = [...attacks, defaults]
    for (const { what, cases, failures } of tallies) {
      console.log(`${what}: ${cases}`)
      for (const failure of failures) console.log(`FAILED  ${failure}`)
    }
    const seconds = Math.round((Date.now() - began) / 1000)
    if (values.record) await record({ seconds, attacks, defaults })
    return tallies.some(({ failures }) => failures.length > 0) ? 1 : 0
  } finally {
    await runProgram(process.execPath, [elif, 'db:server:stop'], where(root, sandbox))
    rmSync(sandbox.folder, { recursive: true, force: true })
  }
}

const where = (cwd: string, { environment }: Sandbox) => ({ cwd, environment })

async function makeApp(sandbox: Sandbox): Promise<string> {
  await mustRun(process.execPath, [join(root, 'bin/build.ts')], { cwd: root })
  const apps = where(join(sandbox.folder, 'apps'), sandbox)
  await mustRun(process.execPath, [elif, 'new', 'shop', '--no-git', '--yes'], apps)
  const app = join(apps.cwd, 'shop')
  for (const name of attackedFeatures) {
    await mustRun(process.execPath, [elif, 'add', name, '--yes'], where(app, sandbox))
  }
  return app
}

async function attack(app: string, sandbox: Sandbox): Promise<AttackTally[]> {
  const report = join(sandbox.folder, 'report.json')
  const { environment } = sandbox
  await runTests(['--reporter=json', `--outputFile=${report}`], { root: app, environment })
  return attacksIn(JSON.parse(readFileSync(report, 'utf8')), app)
}

async function takeAway(app: string, { environment }: Sandbox): Promise<AttackTally> {
  const failures: string[] = []
  for (const taken of securityDefaults) {
    const isNoticed = await failsWithout(taken, { root: app, environment })
    if (!isNoticed) failures.push(`${taken.path}: ${taken.from}`)
  }
  return { what: 'limits, headers, refusals', cases: securityDefaults.length, failures }
}

async function record(figures: Omit<Parameters<typeof withAttacks>[1], 'date' | 'machine'>) {
  const path = join(root, 'test/bench/RESULTS.md')
  const date = new Date().toISOString().slice(0, 10)
  const page = withAttacks(readFileSync(path, 'utf8'), { date, machine: machine(), ...figures })
  writeFileSync(path, await format(page, { parser: 'markdown' }))
}

process.exitCode = await main()
