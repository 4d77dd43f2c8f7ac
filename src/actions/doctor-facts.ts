import { dirname, join } from 'node:path'

import type { Facts } from '../check/facts.ts'
import { placeOfDatabase } from '../database/database-place.ts'
import { ElifError, elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { packageVersion } from '../files/package-version.ts'
import type { Environment } from '../project/environment.ts'
import type { App } from '../project/find-app.ts'
import { hasDatabase } from '../project/installed-features.ts'
import { slowBecause } from '../source/readers.ts'
import { askConfig } from './doctor-config.ts'
import { developmentDatabase } from './migrate-database.ts'
import { statusOfMigrations } from './migrate-status.ts'

type Options = { app: App; environment: Environment; onProgress?: (doing: string) => void }

/** Reads once what the rules judge: the app's files, its packages, its config, its database. */
export async function gatherFacts({ app, environment, onProgress }: Options) {
  const { database, migrations, url, name } = await askDatabase(app, environment, onProgress)
  const config = await askConfig(app.root, url)
  const facts: Facts = {
    files: app.files,
    node: process.versions.node,
    installed: (each) => installedVersion(app.root, each),
    slowBecause: await slowBecause(),
    config,
    database,
    migrations,
  }
  return { facts, database: name }
}

type Asked = Pick<Facts, 'database' | 'migrations'> & { url?: string; name: string }

async function askDatabase(
  app: App,
  environment: Environment,
  onProgress: (doing: string) => void = () => {},
): Promise<Asked> {
  if (!hasDatabase(app.manifest.features)) {
    return { database: { kind: 'none' }, migrations: { kind: 'known', all: [] }, name: 'none' }
  }
  try {
    const { release, ...address } = await developmentDatabase(app, environment, onProgress)
    const asked = await askMigrations(app, address.url)
    release()
    return { ...asked, url: address.url, name: placeOfDatabase(address) }
  } catch (fault) {
    const error = asElifError(fault)
    return {
      database: { kind: 'unreachable', error },
      migrations: { kind: 'unknown' },
      name: 'none',
    }
  }
}

/** The app's own runner is the one that asks; without its packages nobody can. */
async function askMigrations(
  app: App,
  url: string,
): Promise<Pick<Facts, 'database' | 'migrations'>> {
  try {
    const all = await statusOfMigrations(app, url)
    return { database: { kind: 'reachable' }, migrations: { kind: 'known', all } }
  } catch (fault) {
    const error = asElifError(fault)
    if (error.code === 'database-unreachable') {
      return { database: { kind: 'unreachable', error }, migrations: { kind: 'unknown' } }
    }
    const known = error.code === 'app-dependencies-missing'
    const migrations = { kind: 'unknown' as const, ...(known ? {} : { error }) }
    return { database: { kind: 'reachable' }, migrations }
  }
}

function asElifError(fault: unknown): ElifError {
  if (fault instanceof ElifError) return fault
  return elifError('migrate-refused', { message: messageOf(fault) }, { cause: fault })
}

/** Packages may lie in a folder above, as in a workspace. */
function installedVersion(folder: string, name: string): string | undefined {
  const version = packageVersion(join(folder, 'node_modules', name))
  if (version !== undefined || dirname(folder) === folder) return version
  return installedVersion(dirname(folder), name)
}
