import type { Client } from 'pg'

import type { MigrationFile } from './migration-files.ts'

export type AppliedMigration = {
  name: string
  checksum: string
  batch: number
  appliedAt: Date
}

export async function createMigrationTable(client: Client) {
  await client.query(`
    create table if not exists migrations (
      name text primary key,
      checksum text not null,
      batch integer not null,
      applied_at timestamptz(3) not null default now(),
      duration integer not null
    )`)
}

/** What was applied, in the order of its names; nothing where no migration ever ran. */
export async function appliedMigrations(client: Client): Promise<AppliedMigration[]> {
  const table = await client.query<{ exists: boolean }>(
    `select to_regclass('migrations') is not null as exists`,
  )
  if (!table.rows[0]?.exists) return []
  const { rows } = await client.query<AppliedMigration>(
    'select name, checksum, batch, applied_at as "appliedAt" from migrations order by name',
  )
  return rows
}

type Done = { file: MigrationFile; batch: number; duration: number }

export const recordMigration = (client: Client, { file, batch, duration }: Done) =>
  client.query('insert into migrations (name, checksum, batch, duration) values ($1, $2, $3, $4)', [
    file.name,
    file.checksum,
    batch,
    duration,
  ])

export const forgetMigration = (client: Client, name: string) =>
  client.query('delete from migrations where name = $1', [name])
