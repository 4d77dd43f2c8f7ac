import { readModules } from '../../map/modules.ts'
import type { AppFacts } from '../facts.ts'
import { finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** Each module in src/modules is built and registered in src/app.ts. */
export const modulesRule: Rule<AppFacts> = ({ files }) =>
  readModules(files).flatMap(({ path, state }) => {
    if (state === 'mounted') return []
    const code = state === 'not-imported' ? 'module-not-imported' : 'module-not-registered'
    return [finding('error', { path }, code, { path })]
  })
