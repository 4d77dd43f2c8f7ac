import { type Finding, isHealthy } from '../check/finding.ts'
import { appRules } from '../check/rules.ts'
import { runRules } from '../check/run-rules.ts'
import type { Files } from '../files/files.ts'

export type Checked = { healthy: boolean; findings: Finding[] }

/** Judges an app by its files alone: no database, no processes, and nothing is changed. */
export async function checkApp(files: Files): Promise<Checked> {
  const findings = await runRules(appRules, { files })
  return { healthy: isHealthy(findings), findings }
}
