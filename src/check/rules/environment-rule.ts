import { lineOfVariable } from '../../project/environment.ts'
import { finding } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** The app's own config finds everything it needs. */
export const environmentRule: Rule = ({ files, config }) => {
  if (config.kind === 'broken') {
    const { because } = config
    return [finding('error', { path: 'src/config.ts' }, 'config-broken', { because })]
  }
  if (config.kind !== 'incomplete') return []
  const text = files.read('.env') ?? ''
  return config.faults.map((fault) => {
    const line = lineOfVariable(text, fault.name)
    const at = { path: '.env', ...(line > 0 && { line }) }
    return finding('error', at, 'environment-invalid', fault)
  })
}
