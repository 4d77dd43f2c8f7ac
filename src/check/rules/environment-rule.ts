import { finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** The app's own config finds everything it needs. */
export const environmentRule: Rule = ({ files, config }) => {
  if (config.kind === 'broken') {
    const { because } = config
    return [finding('error', { path: 'src/config.ts' }, 'config-broken', { because })]
  }
  if (config.kind !== 'incomplete') return []
  return config.faults.map(({ at = { path: '.env' }, ...fault }) =>
    finding('error', at, 'environment-invalid', fault),
  )
}
