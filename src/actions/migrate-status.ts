import { join } from 'node:path'

import { placeOfDatabase } from '../database/database-place.ts'
import type { DatabaseAddress } from '../database/database-url.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { migrationsFolder } from '../project/layout.ts'
import { refuseWithout } from '../project/refuse-without.ts'
import { developmentDatabase } from './migrate-database.ts'
import { migrateFault } from './migrate-fault.ts'
import { type MigrationStatus, openRunner } from './migrate-runner.ts'

export type MigrationReport = {
  database: { server: DatabaseAddress['server']; where: string }
  migrations: MigrationStatus[]
  /** Whether each file is applied as it lies there. */
  upToDate: boolean
}

type Options = { app: App; environment: Environment; onProgress?: (doing: string) => void }

/** What is in the folder and what is in the database; changes neither. */
export async function reportMigrations(options: Options): Promise<MigrationReport> {
  const { app, environment, onProgress } = options
  refuseWithout(app.manifest.features, ['database'], 'migrate:status')
  await openRunner(app)
  const { url, server, release } = await developmentDatabase(app, environment, onProgress)
  try {
    const migrations = await statusOfMigrations(app, url)
    const upToDate = migrations.every(({ state }) => state === 'applied')
    return { database: { server, where: placeOfDatabase({ url, server }) }, migrations, upToDate }
  } finally {
    release()
  }
}

/** The same on a database whose address is known. */
export async function statusOfMigrations(
  app: Pick<App, 'root'>,
  url: string,
): Promise<MigrationStatus[]> {
  const runner = await openRunner(app)
  const directory = join(app.root, migrationsFolder)
  try {
    return await runner.migrationStatus({ url, directory })
  } catch (fault) {
    throw migrateFault(fault, { root: app.root, direction: 'up', url })
  }
}
