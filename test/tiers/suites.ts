import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { execa } from 'execa'

import { skippedIn, type Tally, tallyOf } from './tally.ts'
import { environmentOf, projectsOf, type Tier } from './tier.ts'

/** Runs the suites of a tier with their progress on the terminal, and counts from vitest's report. */
export async function runSuites(tier: Tier, root: string): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'elif-report-'))
  const report = join(folder, 'report.json')
  try {
    const { exitCode } = await execa('vitest', ['run', ...flags(tier, report)], {
      cwd: root,
      env: environmentOf(tier),
      preferLocal: true,
      reject: false,
      stdin: 'ignore',
      stdout: 'inherit',
      stderr: 'inherit',
    })
    return readTally(report, exitCode)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const flags = (tier: Tier, report: string): string[] => [
  ...projectsOf(tier).flatMap((project) => ['--project', project]),
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
]

function readTally(report: string, exitCode: number | undefined): Tally {
  try {
    const read: unknown = JSON.parse(readFileSync(report, 'utf8'))
    for (const name of skippedIn(read)) console.log(`skipped  ${name}`)
    const tally = tallyOf(read)
    return exitCode === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 }
  } catch (error) {
    console.log(`vitest left no report that can be read: ${String(error)}`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
