import { describe, expect, test } from 'vitest'

import { parseFields } from '../../src/fields/parse-fields.ts'
import { schemaTable } from '../../src/fields/schema-table.ts'
import { withTable } from '../../src/recipe/schema-file.ts'
import { formatText } from '../../src/template/format-text.ts'

const first = '/** Written from the live database. */'
const table = (name: string, ...fields: string[]) => schemaTable(parseFields(fields), name)
const laid = async (text: string | undefined) => text && formatText('schema.ts', text)

describe('the schema file', () => {
  test('gets a table, its helpers and its place in DB, all in order', async () => {
    const one = withTable(
      `${first}\n\nexport interface DB {}\n`,
      table('order_lines', 'name:text?'),
    )
    const two = withTable((await laid(one)) ?? '', table('carts', 'total:bigint', 'data:json?'))
    expect(await laid(two)).toBe(`${first}

import type { ColumnType } from 'kysely'

export type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>

export type Json = JsonValue

export type JsonArray = JsonValue[]

export type JsonObject = {
  [x: string]: JsonValue | undefined
}

export type JsonPrimitive = boolean | number | string | null

export type JsonValue = JsonArray | JsonObject | JsonPrimitive

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface Carts {
  created_at: Timestamp
  data: Json | null
  id: string
  total: Int8
  updated_at: Timestamp
}

export interface OrderLines {
  created_at: Timestamp
  id: string
  name: string | null
  updated_at: Timestamp
}

export interface DB {
  carts: Carts
  order_lines: OrderLines
}
`)
  })

  test('keeps what it imports already, and the tables of other schemas', async () => {
    const before = `import type { ColumnType, GeneratedAlways } from "kysely";

export interface AuditLog {
  id: GeneratedAlways<string>;
}

export interface DB {
  "audit.log": AuditLog;
}
`
    expect(await laid(withTable(before, table('carts', 'total:integer'))))
      .toBe(`import type { ColumnType, GeneratedAlways } from 'kysely'

export type Timestamp = ColumnType<Date, Date | string, Date | string>

export interface AuditLog {
  id: GeneratedAlways<string>
}

export interface Carts {
  created_at: Timestamp
  id: string
  total: number
  updated_at: Timestamp
}

export interface DB {
  'audit.log': AuditLog
  carts: Carts
}
`)
  })

  test('is refused when there is no DB to put the table into', () => {
    expect(withTable('export const DB = 1\n', table('carts', 'a:text'))).toBeUndefined()
  })
})
