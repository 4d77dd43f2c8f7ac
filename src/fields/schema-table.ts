import { compareNames } from '../text/compare-names.ts'
import type { Field } from './field.ts'

/** The helper types of `database/schema.ts`, each with those it stands on. */
const HELPERS: Record<string, { says: string; needs: string[] }> = {
  Int8: {
    says: 'ColumnType<string, bigint | number | string, bigint | number | string>',
    needs: [],
  },
  Json: { says: 'JsonValue', needs: ['JsonArray', 'JsonObject', 'JsonPrimitive', 'JsonValue'] },
  JsonArray: { says: 'JsonValue[]', needs: [] },
  JsonObject: { says: '{\n  [x: string]: JsonValue | undefined;\n}', needs: [] },
  JsonPrimitive: { says: 'boolean | number | string | null', needs: [] },
  JsonValue: { says: 'JsonArray | JsonObject | JsonPrimitive', needs: [] },
  Numeric: { says: 'ColumnType<string, number | string, number | string>', needs: [] },
  Timestamp: { says: 'ColumnType<Date, Date | string, Date | string>', needs: [] },
}

export type SchemaTable = { table: string; name: string; body: string; helpers: [string, string][] }

/** A resource's table as the schema file will name it once the migration has run. */
export function schemaTable(fields: Field[], table: string): SchemaTable {
  const columns = fields.map(({ column, shape, optional }) => ({
    column,
    type: optional ? `${shape.stored} | null` : shape.stored,
  }))
  const times = ['created_at', 'updated_at'].map((column) => ({ column, type: 'Timestamp' }))
  const members = [{ column: 'id', type: 'string' }, ...columns, ...times]
  const stored = new Set([...fields.map(({ shape }) => shape.stored), 'Timestamp'])
  return {
    table,
    name: interfaceName(table),
    body: members
      .toSorted((one, other) => compareNames(one.column, other.column))
      .map(({ column, type }) => `${column}: ${type}`)
      .join('\n'),
    helpers: helpersFor(stored),
  }
}

function helpersFor(stored: Set<string>): [string, string][] {
  const names = [...stored].flatMap((name) =>
    HELPERS[name] ? [name].concat(HELPERS[name].needs) : [],
  )
  return [...new Set(names)].map((name) => [name, HELPERS[name]?.says ?? ''])
}

/** As kysely-codegen spells it: `order_line2s` is `OrderLine2s`. */
const interfaceName = (table: string) =>
  table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
