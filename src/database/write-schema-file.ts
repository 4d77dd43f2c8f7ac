import { databaseFault } from './database-fault.ts'

/** The first line of `database/schema.ts`; the file is rewritten as a whole and says so. */
const firstLine = '/** Written from the live database by `elif migrate`. */'

/**
 * The text of `database/schema.ts` for the database at a URL: one interface a table, `DB` over all of
 * them. Not formatted yet.
 */
export async function writeSchemaFile(url: string): Promise<string> {
  const [{ default: pg }, { Kysely, PostgresDialect }, { generateTypes }] = await Promise.all([
    import('pg'),
    import('kysely'),
    import('./generate-types.ts'),
  ])
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  const database = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) })
  try {
    return `${firstLine}\n\n${await generateTypes(database)}`
  } catch (error) {
    throw databaseFault(url, error)
  } finally {
    await database.destroy()
  }
}
