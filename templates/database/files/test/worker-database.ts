import { Client } from 'pg'
import { inject } from 'vitest'

/** A copy of the migrated database for this worker. */
export async function createWorkerDatabase() {
  const { server, template } = inject('database')
  const name = `${template}_${process.env.VITEST_POOL_ID}`
  const admin = new Client({ connectionString: server })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name} template ${template}`)
  await admin.end()

  return Object.assign(new URL(server), { pathname: name }).href
}
