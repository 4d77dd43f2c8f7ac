import { Kysely, PostgresDialect } from 'kysely'
import type { Client } from 'pg'

import type { MigrationStep } from './migrate.ts'
import { MigrationError } from './migration-error.ts'
import type { MigrationFile } from './migration-files.ts'
import { forgetMigration, recordMigration } from './migration-table.ts'
import { prepareMigrations } from './prepare-migrations.ts'

type Run = {
  direction: 'up' | 'down'
  batch: number
  steps?: number
  applied: Set<string>
  onStart?: (name: string, direction: 'up' | 'down') => void
  onStep?: (step: MigrationStep) => void
}

/** Runs migrations one after the other on one connection. All are loaded and looked at before the first runs. */
export async function runMigrations(client: Client, files: MigrationFile[], run: Run) {
  const ready = await prepareMigrations(files, run)
  const database = onOneConnection(client)
  const steps: MigrationStep[] = []

  for (const { file, migration, work } of ready) {
    const { name } = file
    run.onStart?.(name, run.direction)
    const start = performance.now()
    const durationSoFar = () => Math.round(performance.now() - start)

    const carryOut = async (on: Kysely<unknown>) => {
      await work(on)
      if (run.direction === 'down') await forgetMigration(client, name)
      else await recordMigration(client, { file, batch: run.batch, duration: durationSoFar() })
    }
    try {
      await (migration.transaction === false
        ? carryOut(database)
        : database.transaction().execute(carryOut))
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error)
      throw new MigrationError(name, `${file.path} failed: ${because}`, { cause: error })
    }
    const step = { name, direction: run.direction, duration: durationSoFar() }
    steps.push(step)
    run.onStep?.(step)
  }
  return steps
}

/** A database whose every query, and whose lock, is on the same session. */
function onOneConnection(client: Client) {
  const connection = Object.assign(client, { release() {} })
  const pool = { connect: async () => connection, end: async () => {}, options: {} }
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
}
