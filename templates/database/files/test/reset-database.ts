import { sql } from 'kysely'

import type { Database } from '#app/framework/database/database.ts'

type Table = { name: string; pages: number }

const readTables = (database: Database) =>
  sql<Table>`
  select quote_ident(relname) as name, (pg_relation_size(oid) / 8192)::int as pages from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'`.execute(
    database,
  )

/** Empties the tables that a test wrote to. Tables that a migration filled stay as they are. */
export async function createReset(database: Database) {
  const { rows } = await readTables(database)
  const filled = new Set(rows.filter(({ pages }) => pages > 0).map(({ name }) => name))

  return async () => {
    const tables = await readTables(database)
    const written = tables.rows.filter(({ name, pages }) => pages > 0 && !filled.has(name))
    if (written.length === 0) return
    const names = sql.raw(written.map(({ name }) => name).join(', '))
    await sql`truncate ${names} restart identity cascade`.execute(database)
  }
}
