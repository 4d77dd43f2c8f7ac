import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { elifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import type { App } from '../project/find-app.ts'

export type Direction = 'up' | 'down'
export type MigrationStep = { name: string; direction: Direction; duration: number }
export type MigrationStatus = {
  name: string
  state: 'applied' | 'pending' | 'changed' | 'missing'
  appliedAt?: Date
  batch?: number
}

type MigrateOptions = {
  url: string
  directory: string
  direction?: Direction
  steps?: number
  onStart?: (name: string, direction: Direction) => void
  onStep?: (step: MigrationStep) => void
}

/** What every app's own runner exports. */
export type Runner = {
  migrate(options: MigrateOptions): Promise<MigrationStep[]>
  migrationStatus(options: { url: string; directory: string }): Promise<MigrationStatus[]>
}

const runnerPath = 'src/framework/database/migrate.ts'

/** Loads the app's own runner into this process: elif has none, so that an app migrates without it. */
export async function openRunner({ root }: Pick<App, 'root'>): Promise<Runner> {
  const file = join(root, runnerPath)
  if (!statusOf(file)) throw elifError('migrate-runner-missing', { path: runnerPath })
  if (!statusOf(join(root, 'node_modules'))) {
    throw elifError('app-dependencies-missing', { missing: [] })
  }
  const runner: unknown = await import(pathToFileURL(file).href).catch(refuse)
  if (!isRunner(runner)) {
    const message = 'it does not export both functions.'
    throw elifError('migrate-runner-broken', { path: runnerPath, message })
  }
  return runner
}

function refuse(cause: unknown): never {
  const { code, message = String(cause) } = cause as Partial<NodeJS.ErrnoException>
  const missing = /Cannot find package '([^']+)'/.exec(message)?.[1]
  if (code === 'ERR_MODULE_NOT_FOUND' && missing) {
    throw elifError('app-dependencies-missing', { missing: [missing] }, { cause })
  }
  throw elifError('migrate-runner-broken', { path: runnerPath, message }, { cause })
}

const isRunner = (module: unknown): module is Runner =>
  typeof module === 'object' &&
  module !== null &&
  'migrate' in module &&
  typeof module.migrate === 'function' &&
  'migrationStatus' in module &&
  typeof module.migrationStatus === 'function'
