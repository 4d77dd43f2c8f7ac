import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Kysely } from 'kysely'

import { builtMigrations } from './built-migrations.ts'
import { MigrationError } from './migration-error.ts'

export type MigrationFile = {
  name: string
  path: string
  checksum: string
  /** In a build, where there is no file to load. */
  load?: () => Promise<Partial<Migration>>
}

/**
 * A step through the schema. It runs in a transaction with its record, unless it says
 * `transaction = false`. Migrations run in the order of their names; `after` names those that have
 * to run before this one all the same.
 */
export type Migration = {
  up: (database: Kysely<unknown>) => Promise<unknown>
  down?: (database: Kysely<unknown>) => Promise<unknown>
  transaction?: boolean
  after?: string[]
}

/** The migrations in a folder, or in the build that runs, by name, which is by time. */
export function migrationFiles(directory: string): MigrationFile[] {
  if (builtMigrations) return builtMigrations
  if (!existsSync(directory)) return []
  const files = readdirSync(directory)
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
  return files.map((file) => {
    const path = join(directory, file)
    const name = file.slice(0, -'.ts'.length)
    if (!/^\d{8}T\d{6}-[a-z0-9-]+$/.test(name)) {
      throw new MigrationError(
        name,
        `${path} is not named like 20260131T120000-create-products.ts.`,
      )
    }
    return { name, path, checksum: checksumOf(readFileSync(path, 'utf8')) }
  })
}

/** Over lines that end in LF, so that a checkout on Windows is the same migration. */
const checksumOf = (text: string) =>
  createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')

/** The checksum in the address makes a changed file a new module, where a process loads it twice. */
export async function loadMigration({
  name,
  path,
  checksum,
  load = () => import(`${pathToFileURL(path).href}?${checksum}`),
}: MigrationFile): Promise<Migration> {
  const loaded = await load().catch((cause) => {
    throw new MigrationError(name, `${path} cannot be loaded: ${cause.message}`, { cause })
  })
  const { up } = loaded
  if (typeof up !== 'function') throw new MigrationError(name, `${path} exports no function up.`)
  return { ...loaded, up }
}
