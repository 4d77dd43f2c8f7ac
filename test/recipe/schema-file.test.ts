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

  const rest = `export interface Products {\n  id: string\n}\n\n`
  const inDB = async (text: string) => {
    const after = withTable(rest + text, table('tags', 'a:text'))
    return (await laid(after))?.split(/\n\n(?=.*DB)/u).at(-1)
  }

  test.each([
    [
      'tabs',
      'export interface DB {\n\tproducts: Products;\n}\n',
      ['products: Products', 'tags: Tags'],
    ],
    [
      'commas',
      'export interface DB {\n  products: Products,\n}\n',
      ['products: Products', 'tags: Tags'],
    ],
    [
      'one line',
      'export interface DB { products: Products }\n',
      ['products: Products', 'tags: Tags'],
    ],
    [
      'quotes',
      "export interface DB {\n  'my table': A\n  z: B\n}\n",
      ["'my table': A", 'tags: Tags', 'z: B'],
    ],
    [
      'a type',
      'export interface DB {\n  a: Kept<Products> // mine\n}\n',
      ['a: Kept<Products> // mine', 'tags: Tags'],
    ],
  ])('keeps what its owner has made of DB: %s', async (_, text, members) => {
    const lines = members.map((line) => `  ${line}\n`).join('')
    expect(await inDB(text)).toBe(`export interface DB {\n${lines}}\n`)
  })

  test.each([
    ['DB is a text elsewhere', 'export const a = `\nexport interface DB {\n`\n'],
    ['the file does not parse', 'export interface DB {}\n\nexport interface {\n'],
  ])('is refused when %s', (_, text) => {
    expect(withTable(text, table('tags', 'a:text'))).toBeUndefined()
  })
})
