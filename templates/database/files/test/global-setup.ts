import { randomBytes } from 'node:crypto'

import { Client } from 'pg'
import type { TestProject } from 'vitest/node'

import { migrate } from '#app/framework/database/migrate.ts'
import { findDatabaseServer } from './database-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { server: string; template: string }
  }
}

/** Migrates one database; each worker then works on a copy of it. */
export default async function setup(project: TestProject) {
  const server = findDatabaseServer()
  const admin = new Client({ connectionString: server })
  await admin.connect()
  await dropLeftovers(admin)

  const template = `test_run_${randomBytes(6).toString('hex')}`
  const tearDown = async () => {
    await dropDatabases(admin, await databasesOf(admin, template))
    await admin.end()
  }
  try {
    await admin.query(`select set_config('application_name', $1, false)`, [template])
    await admin.query(`create database ${template}`)
    const url = Object.assign(new URL(server), { pathname: template }).href
    await migrate({ url, directory: 'database/migrations' })
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('database', { server, template })
  return tearDown
}

/**
 * A run has a connection of its name for as long as it lives: where there is none, the run was killed.
 * Other than advisory locks, connections are seen from all databases, and other apps may test from another.
 */
async function dropLeftovers(admin: Client) {
  const names = await databasesOf(admin, 'test_run_')
  const { rows } = await admin.query<{ run: string }>(
    'select application_name as run from pg_stat_activity',
  )
  const alive = new Set(rows.map(({ run }) => run))
  await dropDatabases(
    admin,
    names.filter((name) => !alive.has(name.split('_', 3).join('_'))),
  )
}

async function databasesOf(admin: Client, run: string) {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where starts_with(datname, $1) and datname ~ '^test_run_[0-9a-f]{12}'
      and pg_get_userbyid(datdba) = current_user`,
    [run],
  )
  return rows.map(({ datname }) => datname)
}

async function dropDatabases(admin: Client, names: string[]) {
  for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
}
