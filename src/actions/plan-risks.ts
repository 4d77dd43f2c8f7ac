import { sqlRisks } from '../database/sql-risks.ts'
import type { MigrationSql, Risk } from '../recipe/outcome.ts'
import { takesAway } from '../recipe/takes-away.ts'
import type { Change, ChangeSet, Step } from '../workspace/change-set.ts'

/** What a plan takes away, locks or sets going, so that whoever reads it looks there first. */
export function planRisks({ changes, steps }: ChangeSet, sql: MigrationSql[]): Risk[] {
  return [
    ...changes.filter(takesAway).map(riskOf),
    ...sql.flatMap(migrationRisks),
    ...steps.map(processRisk),
  ]
}

function riskOf(change: Change): Risk {
  if (change.kind === 'move') {
    const { from, to } = change
    return { kind: 'move', path: to, says: `${from} moves to ${to}.` }
  }
  const { path } = change
  if (change.kind === 'delete') return { kind: 'delete', path, says: `${path} is deleted.` }
  return { kind: 'edit', path, says: `Words of ${path} are taken away.` }
}

function migrationRisks(sql: MigrationSql): Risk[] {
  const { path } = sql
  if (sql.kind === 'unknown') {
    return [{ kind: 'migration', path, says: `What ${path} does is not known before it runs.` }]
  }
  return sqlRisks(sql.up).map((says) => ({ kind: 'migration', path, says: `${path} ${says}` }))
}

const processRisk = ({ command, arguments: words, why }: Step): Risk => ({
  kind: 'process',
  says: `${[command, ...words].join(' ')} is run: it ${why}.`,
})
