import { rollbackBefore } from '../actions/undo-migrations.ts'
import { elifError } from '../errors/elif-error.ts'
import type { ToldRun } from '../ledger/find-run.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { askWhether } from '../terminal/prompts.ts'
import { asks, type CarryOut } from './carry-out.ts'

type Undoing = { app: App; environment: Environment; run: ToldRun; migrations: string[] }

/**
 * Sees to it that no migration is in the database that an undo would delete: a person is offered
 * the rollback; everybody else is told the command for it.
 */
export async function settleMigrations(
  { app, environment, run, migrations }: Undoing,
  wanted: Omit<CarryOut, 'plan'>,
): Promise<void> {
  const { output } = wanted
  const onProgress = (doing: string) => output.progress(`${doing} …`)
  const rollback = await rollbackBefore({ app, environment, run, names: migrations, onProgress })
  if (!rollback) return
  const { names, others, steps } = rollback
  const question = `Take ${[...names, ...others].join(', ')} back in the database first?`
  if (!asks(wanted) || !(await askWhether(question, true))) {
    throw elifError('undo-migration-applied', rollback)
  }
  const { migrateApp, needsConfirmation } = await import('../actions/migrate.ts')
  const { migratedText, migrateEventText } = await import('../terminal/migration-text.ts')
  const inProduction = 'NODE_ENV is production. Take migrations back?'
  const confirmed =
    !needsConfirmation(environment, 'down') || ((await askWhether(inProduction, false)) ?? false)
  const migrated = await migrateApp({
    app,
    environment,
    direction: 'down',
    steps,
    confirmed,
    onEvent: (event) => output.progress(migrateEventText(event)),
  })
  output.say(migratedText(migrated))
}
