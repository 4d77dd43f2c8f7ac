import { type Kysely, sql } from 'kysely'
import type { Adapter } from 'kysely-codegen/dist/generator/adapter.js'
import { GenericExpressionNode } from 'kysely-codegen/dist/generator/ast/generic-expression-node.js'
import { IdentifierNode } from 'kysely-codegen/dist/generator/ast/identifier-node.js'
import { UnionExpressionNode } from 'kysely-codegen/dist/generator/ast/union-expression-node.js'
import { PostgresDialect } from 'kysely-codegen/dist/generator/dialects/postgres/postgres-dialect.js'
import { generate } from 'kysely-codegen/dist/generator/generator/generate.js'
import type { ColumnMetadata } from 'kysely-codegen/dist/introspector/metadata/column-metadata.js'
import type { DatabaseMetadata } from 'kysely-codegen/dist/introspector/metadata/database-metadata.js'

import { stableSerializer } from './stable-serializer.ts'

type AnyTable = Record<string, never>
type Overrides = Record<string, GenericExpressionNode>

/** The types of all tables but the one that notes migrations, with the generator's faults corrected. */
export function generateTypes(database: Kysely<AnyTable>): Promise<string> {
  const dialect = new PostgresDialect({ dateParser: 'string' })
  const columns: Overrides = {}
  return generate({
    db: database,
    dialect,
    outFile: null,
    serializer: stableSerializer(),
    customImports: { GeneratedAlways: 'kysely' },
    overrides: { columns },
    async postprocess({ metadata }) {
      const computed = await computedColumns(database)
      metadata.tables = metadata.tables.filter(
        ({ schema, name }) => `${schema}.${name}` !== 'public.migrations',
      )
      correct(metadata, (path, column) => {
        if (!computed.has(path)) return
        columns[path] = readOnly(column, dialect.adapter)
        column.isNullable = false
      })
      return metadata
    },
  })
}

function correct(
  metadata: DatabaseMetadata,
  override: (path: string, column: ColumnMetadata) => void,
): void {
  for (const table of metadata.tables) {
    for (const column of table.columns) {
      // A comment of the database that ends our comment would make the file unreadable.
      column.comment = column.comment?.replaceAll('*/', '*\\/') ?? null
      override(`${table.schema}.${table.name}.${column.name}`, column)
    }
  }
}

/** What PostgreSQL always computes itself may be read, but neither inserted nor updated. */
function readOnly(column: ColumnMetadata, adapter: Adapter): GenericExpressionNode {
  const scalar = adapter.scalars[column.dataType] ?? adapter.defaultScalar
  const defined = scalar.type === 'Identifier' ? adapter.definitions[scalar.name] : undefined
  const [selected = scalar] = defined?.type === 'GenericExpression' ? defined.args : [scalar]
  const item = column.isArray ? new GenericExpressionNode('Array', [selected]) : selected
  const type = column.isNullable
    ? new UnionExpressionNode([item, new IdentifierNode('null')])
    : item
  return new GenericExpressionNode('GeneratedAlways', [type])
}

/** Columns that are `generated always`, as an identity or from an expression. */
async function computedColumns(database: Kysely<AnyTable>): Promise<Set<string>> {
  const { rows } = await sql<{ path: string }>`
    select n.nspname || '.' || c.relname || '.' || a.attname as path
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid
    join pg_namespace n on n.oid = c.relnamespace
    where a.attnum > 0 and (a.attidentity = 'a' or a.attgenerated <> '')`.execute(database)
  return new Set(rows.map(({ path }) => path))
}
