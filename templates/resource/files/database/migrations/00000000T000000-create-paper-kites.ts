import { type Kysely, sql } from 'kysely'

export async function up(database: Kysely<unknown>) {
  await database.schema
    .createTable('paper_kites')
    .addColumn('id', 'uuid', (column) => column.primaryKey())
    // #region hole:table
    .addColumn('name', 'varchar(255)', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    // #endregion hole:table
    .addColumn('created_at', 'timestamptz(3)', (column) => column.notNull())
    .addColumn('updated_at', 'timestamptz(3)', (column) => column.notNull())
    // #region hole:constraints
    .addCheckConstraint('paper_kites_state_check', sql`"state" in ('new', 'torn')`)
    // #endregion hole:constraints
    .execute()

  // #region hole:indexes
  await database.schema
    .createIndex('paper_kites_name_index')
    .on('paper_kites')
    .column('name')
    .execute()

  // #endregion hole:indexes
  await database.schema
    .createIndex('paper_kites_created_at_id_index')
    .on('paper_kites')
    .columns(['created_at', 'id'])
    .execute()
}

export async function down(database: Kysely<unknown>) {
  await database.schema.dropTable('paper_kites').execute()
}
