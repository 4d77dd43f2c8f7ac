import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { statusOf } from '../files/file-system.ts'
import { runThrough } from '../process/run-through.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { buildFolder, migrationsFolder } from '../project/layout.ts'
import { developmentDatabase } from './migrate-database.ts'

export type StartOptions = {
  app: App
  environment: Environment
  port?: number
  /** A number, or `auto`: one for each processor. */
  workers?: string
  /** Told before the app speaks: what the user should know of the build. */
  onHint: (hint: string) => void
}

/** What an app has that needs a database. */
const databaseFile = 'src/framework/database/database.ts'
const program = `${buildFolder}/serve.js`

/** Runs the built app until it ends; answers its exit code. */
export async function startApp({ app, environment, onHint, ...asked }: StartOptions) {
  const { root } = app
  if (!statusOf(join(root, program))) throw elifError('build-missing', { path: program })
  const newer = newerThanBuild(app)
  if (newer !== undefined) onHint(`${newer} is newer than the build, which is what runs.`)
  const variables = {
    ...(asked.port === undefined ? {} : { PORT: String(asked.port) }),
    ...(asked.workers === undefined ? {} : { WORKERS: workersOf(asked.workers) }),
  }
  const database = await databaseOf(app, environment, onHint)
  try {
    const env = { ...process.env, ...database?.variables, ...variables }
    return await runThrough([join(root, program)], { cwd: root, env })
  } finally {
    database?.release()
  }
}

function workersOf(given: string): string {
  if (given === 'auto' || (/^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= 256)) {
    return given
  }
  throw elifError('workers-invalid', { given })
}

/** Where it runs for its developer and nobody has named a server, the app has the one it is developed on. */
async function databaseOf(app: App, environment: Environment, onHint: (hint: string) => void) {
  const isDevelopment = (environment['NODE_ENV'] || 'development') === 'development'
  if (environment['DATABASE_URL'] || !isDevelopment) return undefined
  if (app.files.read(databaseFile) === undefined) return undefined
  const database = await developmentDatabase(app, environment, () => {})
  onHint('DATABASE_URL is not set: the app has its development database.')
  return { variables: { DATABASE_URL: database.url }, release: database.release }
}

/** The first of the files that make a build and were changed after it. */
function newerThanBuild({ root, files }: App): string | undefined {
  const built = statusOf(join(root, program))?.mtimeMs ?? 0
  const sources = ['src', 'bin', 'config', 'public', migrationsFolder].flatMap((folder) =>
    files.list(folder),
  )
  return [...sources, 'package.json'].find(
    (path) => !path.endsWith('.test.ts') && (statusOf(join(root, path))?.mtimeMs ?? 0) > built,
  )
}
