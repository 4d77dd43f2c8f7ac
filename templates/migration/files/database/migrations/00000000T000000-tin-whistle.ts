import type { Kysely } from 'kysely'

export async function up(database: Kysely<unknown>) {}

export async function down(database: Kysely<unknown>) {}
