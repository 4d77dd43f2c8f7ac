import { join } from 'node:path'

import { placeOfDatabase } from '../database/database-place.ts'
import type { DevEvent } from '../dev/dev-event.ts'
import { runDev } from '../dev/run-dev.ts'
import { elifError, ElifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { statusOf } from '../files/file-system.ts'
import { readModules } from '../map/modules.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { hasDatabase } from '../project/installed-features.ts'
import { devAddress } from './dev-address.ts'
import { developmentDatabase } from './migrate-database.ts'
import { statusOfMigrations } from './migrate-status.ts'

export type DevOptions = {
  app: App
  /** Reads the app's environment; asked again when it may have changed. */
  environment: () => Environment
  /** The port that was asked for; without one, PORT or 3000, or the next one that is free. */
  port?: number
  emit: (event: DevEvent) => void
}

export type Dev = { close(options?: { now?: boolean }): Promise<void> }

const serve = 'bin/serve.ts'

/** The front door leads to one process, however many there are in production. */
const alone = { WORKERS: '1' }

/** Starts the database and the app behind the front door, and says what runs where. */
export async function startDev({ app, environment, port, emit }: DevOptions): Promise<Dev> {
  const { root } = app
  refuseWithout(root)
  const first = environment()
  const address = await devAddress({ root, environment: first, port })
  const database = await openDatabase(app, first, emit)
  const tellOfDatabase = async () => {
    if (database) await tellMigrations(app, database.url, emit)
  }
  try {
    const dev = await runDev({
      root,
      port: address,
      environment: () => ({ ...database?.environment, ...set(environment()), ...alone }),
      read: (path) => readable(app, path),
      emit,
      onMigrations: () => void tellOfDatabase(),
    })
    const telling = tellOfDatabase().then(() => tellUnmounted(app, emit))
    return {
      async close(options) {
        emit({ kind: 'stopping' })
        await dev.close(options)
        if (!options?.now) await telling
        database?.release()
        emit({ kind: 'stopped' })
      },
    }
  } catch (fault) {
    database?.release()
    throw fault
  }
}

/** Brings the app's database up and says where it is; an app without one is asked for none. */
async function openDatabase(app: App, environment: Environment, emit: DevOptions['emit']) {
  if (!hasDatabase(app.manifest.features)) return undefined
  const database = await developmentDatabase(app, environment, (doing) =>
    emit({ kind: 'progress', doing }),
  )
  const { url, server, release } = database
  emit({ kind: 'database', server, where: placeOfDatabase(database) })
  return { url, release, environment: { DATABASE_URL: url } }
}

function refuseWithout(root: string) {
  if (!statusOf(join(root, serve))) throw elifError('dev-serve-missing', { path: serve })
  if (!statusOf(join(root, 'node_modules'))) {
    throw elifError('app-dependencies-missing', { missing: [] })
  }
}

/** Without what is empty: `DATABASE_URL=` in a file says that there is none. */
const set = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))

/** A file that no text can be read from says nothing about the app. */
function readable({ files }: App, path: string): string | undefined {
  try {
    return files.read(path)
  } catch {
    return undefined
  }
}

async function tellMigrations(app: App, url: string, emit: (event: DevEvent) => void) {
  try {
    const migrations = await statusOfMigrations(app, url)
    const named = (state: string) =>
      migrations.filter((each) => each.state === state).map(({ name }) => name)
    emit({
      kind: 'migrations',
      pending: named('pending'),
      changed: named('changed'),
      missing: named('missing'),
    })
  } catch (fault) {
    const hint = fault instanceof ElifError ? fault.hint : ''
    emit({ kind: 'problem', says: messageOf(fault), hint })
  }
}

function tellUnmounted(app: App, emit: (event: DevEvent) => void) {
  const unmounted = readModules(app.files).filter(({ state }) => state !== 'mounted')
  if (unmounted.length > 0) emit({ kind: 'unmounted', modules: unmounted.map(({ path }) => path) })
}
