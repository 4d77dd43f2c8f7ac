import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'

import type { DB } from '../../../database/schema.ts'
import { orAway } from './database-away.ts'

export type Database = Kysely<DB>

/** The tables of the app, typed as `database/schema.ts` has them. Destroying it ends the pool. */
export function createDatabase(pool: Pool): Database {
  const connections = {
    connect: () => pool.connect().catch(orAway),
    end: () => pool.end(),
    options: pool.options,
  }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: connections }) })
}
