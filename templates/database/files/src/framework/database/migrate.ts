import { setTimeout as after } from 'node:timers/promises'

import { Client } from 'pg'

import { MigrationError } from './migration-error.ts'
import { type MigrationFile, migrationFiles } from './migration-files.ts'
import {
  type AppliedMigration,
  appliedMigrations,
  createMigrationTable,
} from './migration-table.ts'

export type MigrationStep = { name: string; direction: 'up' | 'down'; duration: number }

export type MigrateOptions = {
  url: string
  directory: string
  direction?: 'up' | 'down'
  steps?: number
  onStart?: (name: string, direction: 'up' | 'down') => void
  onStep?: (step: MigrationStep) => void
}

export type MigrationStatus = {
  name: string
  state: 'applied' | 'pending' | 'changed' | 'missing'
  appliedAt?: Date
  batch?: number
}

/**
 * Applies what is pending, or with `direction: 'down'` takes back the last batch (or the last
 * `steps`). One run at a time: another one waits until the first is done.
 */
export async function migrate(options: MigrateOptions): Promise<MigrationStep[]> {
  const { direction = 'up', steps } = options
  const files = migrationFiles(options.directory)

  return withClient(options.url, async (client) => {
    await lock(client)
    const applied = await appliedMigrations(client)
    const chosen = direction === 'up' ? pending(files, applied) : last(files, applied, steps)
    if (chosen.length === 0) return []

    await createMigrationTable(client)
    const { runMigrations } = await import('./run-migrations.ts')
    const batch = Math.max(0, ...applied.map((each) => each.batch)) + 1
    const names = new Set(applied.map(({ name }) => name))
    return runMigrations(client, chosen, { ...options, direction, batch, applied: names })
  })
}

/** What is in the folder and what is in the database, by name. Changes nothing. */
export async function migrationStatus(options: {
  url: string
  directory: string
}): Promise<MigrationStatus[]> {
  const files = new Map(migrationFiles(options.directory).map((file) => [file.name, file]))
  const applied = await withClient(options.url, appliedMigrations)
  const done = new Map(applied.map((each) => [each.name, each]))

  return [...new Set([...files.keys(), ...done.keys()])].toSorted().map((name) => {
    const record = done.get(name)
    if (!record) return { name, state: 'pending' }
    const { appliedAt, batch } = record
    return { name, state: stateOf(record, files.get(name)), appliedAt, batch }
  })
}

function stateOf({ checksum }: AppliedMigration, file: MigrationFile | undefined) {
  if (!file) return 'missing'
  return file.checksum === checksum ? 'applied' : 'changed'
}

function pending(files: MigrationFile[], applied: AppliedMigration[]) {
  const done = new Map(applied.map((each) => [each.name, each]))
  for (const file of files) {
    const record = done.get(file.name)
    if (!record || record.checksum === file.checksum) continue
    throw new MigrationError(
      file.name,
      `${file.path} was changed after it was applied. Put it back as it was, and make the change in a new migration.`,
    )
  }
  return files.filter((file) => !done.has(file.name))
}

/** The last batch or the last steps, oldest first. */
function last(files: MigrationFile[], applied: AppliedMigration[], steps: number | undefined) {
  const oldestFirst = applied.toSorted(
    (one, other) =>
      one.batch - other.batch ||
      one.appliedAt.getTime() - other.appliedAt.getTime() ||
      (one.name < other.name ? -1 : 1),
  )
  const batch = oldestFirst.at(-1)?.batch
  const chosen =
    steps === undefined
      ? oldestFirst.filter((each) => each.batch === batch)
      : oldestFirst.slice(Math.max(0, oldestFirst.length - steps))
  return chosen.map(({ name }) => {
    const file = files.find((each) => each.name === name)
    if (file) return file
    throw new MigrationError(
      name,
      `${name} was applied, but its file is gone: it cannot be taken back.`,
    )
  })
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>) {
  const client = new Client({ connectionString: url })
  // What is under way fails by itself when the connection is lost; without a listener, so would the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * Held until the session ends, however it ends. It asks again and again rather than wait inside
 * a statement, because `create index concurrently` waits for every statement that is under way.
 */
async function lock(client: Client) {
  const key = `hashtext('migrations')`
  for (;;) {
    const { rows } = await client.query(`select pg_try_advisory_lock(${key}) as locked`)
    if (rows[0]?.locked) return
    await after(100)
  }
}
