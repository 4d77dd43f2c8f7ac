import { type Kysely, sql } from 'kysely'

/** Unlogged: what it holds is worth nothing after a crash. */
export async function up(database: Kysely<unknown>) {
  await sql`
    create unlogged table rate_limits (
      key char(64) primary key,
      at double precision not null default 0,
      used double precision not null default 0,
      before double precision not null default 0
    )
  `.execute(database)
  await database.schema.createIndex('rate_limits_at_index').on('rate_limits').column('at').execute()
}

export async function down(database: Kysely<unknown>) {
  await database.schema.dropTable('rate_limits').execute()
}
