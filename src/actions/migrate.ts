import { join } from 'node:path'

import { placeOfDatabase } from '../database/database-place.ts'
import type { DatabaseAddress } from '../database/database-url.ts'
import { elifError } from '../errors/elif-error.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { migrationsFolder } from '../project/layout.ts'
import { refuseWithout } from '../project/refuse-without.ts'
import { developmentDatabase } from './migrate-database.ts'
import { migrateFault } from './migrate-fault.ts'
import { type Direction, type MigrationStep, type Runner, openRunner } from './migrate-runner.ts'
import { openSchemaFile, type SchemaFile } from './migrate-schema.ts'

export type MigrateEvent =
  { kind: 'database'; doing: string } | { kind: 'waiting' } | { kind: 'step'; step: MigrationStep }

export type MigrateOptions = {
  app: App
  environment: Environment
  direction: Direction
  /** How many; undefined for all that are pending, or for the whole last batch. */
  steps?: number
  /** Whether somebody said that a rollback in production is meant. */
  confirmed?: boolean
  onEvent?: (event: MigrateEvent) => void
}

export type Migrated = {
  direction: Direction
  database: { server: DatabaseAddress['server']; where: string }
  steps: MigrationStep[]
  schema: 'written' | 'unchanged'
}

/** Whether a rollback asks for a word more than its name. */
export const needsConfirmation = (environment: Environment, direction: Direction) =>
  direction === 'down' && environment['NODE_ENV'] === 'production'

/** Runs the app's own migrations, then writes `database/schema.ts` as the database now is. */
export async function migrateApp(options: MigrateOptions): Promise<Migrated> {
  const { app, environment, direction, confirmed = false, onEvent = () => {} } = options
  if (needsConfirmation(environment, direction) && !confirmed) {
    throw elifError('migrate-rollback-in-production', {})
  }
  refuseWithout(app.manifest.features, ['database'], 'migrate')
  const runner = await openRunner(app)
  const schemaFile = await openSchemaFile(app)
  const tell = (doing: string) => onEvent({ kind: 'database', doing })
  const { url, server, release } = await developmentDatabase(app, environment, tell)
  try {
    const steps = await run({ runner, schemaFile, url }, options)
    const schema = await schemaFile.refresh(url)
    return {
      direction,
      database: { server, where: placeOfDatabase({ url, server }) },
      steps,
      schema,
    }
  } finally {
    release()
  }
}

type Opened = { runner: Runner; schemaFile: SchemaFile; url: string }

async function run(
  { runner, schemaFile, url }: Opened,
  options: MigrateOptions,
): Promise<MigrationStep[]> {
  const { app, direction, steps, onEvent = () => {} } = options
  const patience = tellWaiting(onEvent)
  let done = 0
  try {
    return await runner.migrate({
      url,
      directory: join(app.root, migrationsFolder),
      direction,
      ...(steps === undefined ? {} : { steps }),
      onStart: patience.end,
      onStep: (step) => {
        done += 1
        onEvent({ kind: 'step', step })
      },
    })
  } catch (fault) {
    // Why the run ended matters more than that the schema could not follow.
    if (done > 0) await schemaFile.refresh(url).catch(() => {})
    throw migrateFault(fault, { root: app.root, direction, url })
  } finally {
    patience.end()
  }
}

/** The runner waits silently while another run holds the lock of the database. */
function tellWaiting(onEvent: (event: MigrateEvent) => void) {
  const timer = setTimeout(() => onEvent({ kind: 'waiting' }), 2_000)
  return { end: () => clearTimeout(timer) }
}
