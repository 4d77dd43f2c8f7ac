import { sql } from 'kysely'

import type { Database } from './database.ts'
import { sqlOf } from './schema-sql.ts'

export type Column = {
  name: string
  /** As PostgreSQL writes it: `character varying(255)`. */
  type: string
  nullable: boolean
  default: string | null
  /** Where its values come from by themselves. */
  generated: 'identity' | 'expression' | null
}
export type Constraint = {
  name: string
  kind: 'primary key' | 'unique' | 'check' | 'foreign key' | 'other'
  definition: string
  /** The table that a foreign key points to. */
  references: string | null
}
export type Table = {
  name: string
  columns: Column[]
  constraints: Constraint[]
  /** Those that no constraint brings. */
  indexes: { name: string; definition: string }[]
}

/** The tables as the database has them now, and the SQL that would make them anew. */
export async function describeDatabase(database: Database) {
  const { rows: tables } = await tableQuery.execute(database)
  return { tables, sql: sqlOf(tables) }
}

const tableQuery = sql<Table>`
  select
    t.relname as name,
    (select coalesce(json_agg(json_build_object(
        'name', a.attname,
        'type', format_type(a.atttypid, a.atttypmod),
        'nullable', not a.attnotnull,
        'default', pg_get_expr(d.adbin, d.adrelid),
        'generated', case when a.attidentity <> '' then 'identity'
                          when a.attgenerated <> '' then 'expression' end
      ) order by a.attnum), '[]')
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select coalesce(json_agg(json_build_object(
        'name', c.conname,
        'kind', case c.contype when 'p' then 'primary key' when 'u' then 'unique' when 'c' then 'check'
                               when 'f' then 'foreign key' else 'other' end,
        'definition', pg_get_constraintdef(c.oid),
        'references', f.relname
      ) order by c.conname), '[]')
      from pg_constraint c left join pg_class f on f.oid = c.confrelid
      where c.conrelid = t.oid and c.contype <> 'n') as constraints,
    (select coalesce(json_agg(json_build_object(
        'name', x.relname, 'definition', pg_get_indexdef(i.indexrelid)
      ) order by x.relname), '[]')
      from pg_index i join pg_class x on x.oid = i.indexrelid
      where i.indrelid = t.oid
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)) as indexes
  from pg_class t
  where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')
    and not t.relispartition
  order by t.relname`
