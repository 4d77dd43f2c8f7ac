import { migrationsFolder } from '../../project/layout.ts'
import { finding, findingOf } from '../finding.ts'
import type { Rule } from '../rule.ts'

/** The database has what the migrations say, and they are what they were when they ran. */
export const migrationsRule: Rule = ({ migrations }) => {
  if (migrations.kind === 'unknown') {
    return migrations.error
      ? [findingOf('error', migrations.error, { path: migrationsFolder })]
      : []
  }
  return migrations.all.flatMap(({ name, state }) => {
    const at = { path: `${migrationsFolder}/${name}.ts` }
    if (state === 'pending') return [finding('warning', at, 'migration-pending', { name })]
    if (state === 'changed') return [finding('error', at, 'migration-changed', { name })]
    if (state === 'missing') return [finding('error', at, 'migration-missing', { name })]
    return []
  })
}
