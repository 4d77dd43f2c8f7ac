import type { CompiledQuery, DatabaseConnection, Driver, Kysely } from 'kysely'

/** What was said to a database that is not there, and whether its answers were wanted. */
export type RecordedSql = { statements: string[]; reads: boolean }

/** Runs something on a database that only writes down what it is told, and answers no rows. */
export async function recordSql(
  run: (database: Kysely<unknown>) => Promise<unknown>,
): Promise<RecordedSql> {
  const { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } =
    await import('kysely')
  const statements: string[] = []
  const database = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => recordingDriver((query) => statements.push(sentence(query))),
      createIntrospector: (each) => new PostgresIntrospector(each),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  await run(database)
  return { statements, reads: statements.some((each) => /^\s*(select|with)\b/i.test(each)) }
}

const nothing = async () => {}

function recordingDriver(note: (query: CompiledQuery) => void): Driver {
  const connection: DatabaseConnection = {
    async executeQuery(query) {
      note(query)
      return { rows: [] }
    },
    async *streamQuery(query) {
      note(query)
      yield { rows: [] }
    },
  }
  return {
    init: nothing,
    acquireConnection: async () => connection,
    beginTransaction: nothing,
    commitTransaction: nothing,
    rollbackTransaction: nothing,
    releaseConnection: nothing,
    destroy: nothing,
  }
}

/** Values that travel beside a statement follow it as a comment. */
function sentence({ sql, parameters }: CompiledQuery): string {
  if (parameters.length === 0) return sql
  return `${sql} -- ${parameters.map((each, index) => `$${index + 1} = ${String(each)}`).join(', ')}`
}
