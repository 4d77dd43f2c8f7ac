import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>) {
  await database.schema
    .createTable('limit_rules')
    .addColumn('limit', 'text', (column) => column.notNull())
    .addColumn('caller', 'text', (column) => column.notNull())
    .addColumn('quota', 'integer', (column) => column.notNull())
    .addColumn('window', 'bigint')
    .addColumn('until', 'timestamptz(3)')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'timestamptz(3)', (column) => column.notNull())
    .addPrimaryKeyConstraint('limit_rules_pkey', ['limit', 'caller'])
    .addCheckConstraint('limit_rules_quota_check', sql`quota >= 0 and "window" > 0`)
    .execute()
}

export async function down(database: Kysely<unknown>) {
  await database.schema.dropTable('limit_rules').execute()
}
