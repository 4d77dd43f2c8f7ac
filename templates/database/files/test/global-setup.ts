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
    await admin.query('select pg_advisory_lock(hashtext($1))', [template])
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

/** A run holds a lock on its name for as long as it lives: where nobody does, the run was killed. */
async function dropLeftovers(admin: Client) {
  const names = await databasesOf(admin, 'test_run_')
  const runs = new Set(names.map((name) => name.split('_', 3).join('_')))
  for (const run of runs) {
    const { rows } = await admin.query('select pg_try_advisory_lock(hashtext($1)) as dead', [run])
    if (!rows[0]?.dead) continue
    await dropDatabases(
      admin,
      names.filter((name) => name.startsWith(run)),
    )
    await admin.query('select pg_advisory_unlock(hashtext($1))', [run])
  }
}

async function databasesOf(admin: Client, run: string) {
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where starts_with(datname, $1) and datname ~ '^test_run_[0-9a-f]{12}'`,
    [run],
  )
  return rows.map(({ datname }) => datname)
}

async function dropDatabases(admin: Client, names: string[]) {
  for (const name of names) await admin.query(`drop database if exists ${name} with (force)`)
}
