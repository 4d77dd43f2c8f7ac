import type { ColumnType } from 'kysely'

type Timestamp = ColumnType<Date, Date | string, Date | string>
type Int8 = ColumnType<string, bigint | number | string, bigint | number | string>
type Numeric = ColumnType<string, number | string, number | string>
type JsonValue =
  JsonValue[] | { [x: string]: JsonValue | undefined } | boolean | null | number | string

/** The table of the specimen: with it the template type-checks where it lies. */
declare module '../app/files/database/schema.ts' {
  interface DB {
    paper_kites: {
      id: string
      name: string
      span: Numeric
      flights: Int8
      built_on: string
      flown_at: Timestamp | null
      state: string
      details: JsonValue
      created_at: Timestamp
      updated_at: Timestamp
    }
  }
}
