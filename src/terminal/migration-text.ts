import type { MigrateEvent, Migrated } from '../actions/migrate.ts'
import type { MigrationReport } from '../actions/migrate-status.ts'
import { columns } from './columns.ts'
import { paint } from './paint.ts'

/** One line for what happens while migrations run. */
export function migrateEventText(event: MigrateEvent): string {
  if (event.kind === 'database') return `${event.doing} …`
  if (event.kind === 'waiting') {
    return 'Waiting: another run may hold the lock on the migrations of this database.'
  }
  const { name, direction, duration } = event.step
  const done = direction === 'up' ? 'applied' : 'taken back'
  return `${paint('green', '✓', process.stderr)} ${name} ${done} in ${duration} ms`
}

/** What came of it, in one or two sentences. */
export function migratedText({ direction, database, steps, schema }: Migrated): string {
  const count = `${steps.length} ${steps.length === 1 ? 'migration' : 'migrations'}`
  const up = steps.length === 0 ? 'No migration is pending in' : `Applied ${count} to`
  const down = steps.length === 0 ? 'There is nothing to take back in' : `Took back ${count} of`
  const says = `${direction === 'up' ? up : down} ${database.where}.`
  return schema === 'written' ? `${says}\nWrote database/schema.ts.` : says
}

const colours = { applied: 'green', pending: 'yellow', changed: 'red', missing: 'red' } as const
const meanings = {
  applied: '',
  pending: 'not applied yet',
  changed: 'the file was changed after it was applied',
  missing: 'applied, but its file is gone',
}

/** A row for each migration and what it means where it is not simply applied. */
export function migrationsText({ migrations, database }: MigrationReport): string {
  if (migrations.length === 0) return `There are no migrations for ${database.where}.`
  const rows = migrations.map(({ name, state, appliedAt, batch }): [string, string] => {
    const when = appliedAt ? `batch ${batch}, ${appliedAt.toISOString()}` : ''
    return [name, `${paint(colours[state], state.padEnd(7))}  ${meanings[state] || when}`]
  })
  return columns(rows).join('\n')
}
