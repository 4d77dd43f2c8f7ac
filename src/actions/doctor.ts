import { type Finding, isHealthy } from '../check/finding.ts'
import { rules } from '../check/rules.ts'
import { runRules } from '../check/run-rules.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { gatherFacts } from './doctor-facts.ts'

export type Diagnosis = {
  /** Whether nothing has to be done; what is only listed does not count. */
  healthy: boolean
  database: string
  findings: Finding[]
}

type Options = { app: App; environment: Environment; onProgress?: (doing: string) => void }

/** Looks at an app and changes nothing in it. */
export async function examine(options: Options): Promise<Diagnosis> {
  const { facts, database } = await gatherFacts(options)
  const findings = await runRules(rules, facts)
  return { healthy: isHealthy(findings), database, findings }
}
