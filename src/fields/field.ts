/** Values a test sends, as source text: two that are taken, and one that is not. */
export type Samples = {
  first: string
  second: string
  /** Another value for every `number` (1, 2, 3 …), where values must differ. */
  numbered: string
  invalid: string
}

/** What one type with its settings comes to, in every place a field appears. All are source text. */
export type Shape = {
  /** The data type of the column, as kysely's schema builder takes it. */
  column: string
  /** The type of the column in `database/schema.ts`. */
  stored: string
  /** The zod schema inside the app. */
  domain: string
  /** The zod schema of what callers send, where it differs. */
  input?: string
  /** The zod schema of what callers get, where it differs. */
  reply?: string
  toReply?: (value: string) => string
  toColumn?: (value: string) => string
  /** A condition the column keeps. */
  check?: (column: string) => string
  /** The column is declared wider than the app reads it. */
  narrow?: true
  samples: Samples
  /** Why it can be neither unique nor indexed. */
  notUnique?: { because: string; instead: string }
  notIndexed?: { because: string; instead: string }
}

/** One entry of the registry: what `name:type(settings)` means everywhere. */
export type FieldType = {
  name: string
  says: string
  example: string
  /** The shape the settings ask for, or the fault in them as half a sentence. */
  shape: (settings: string[]) => Shape | { fault: string }
}

/** One field of a resource as the command line names it. */
export type Field = {
  name: string
  column: string
  type: string
  settings: string[]
  optional: boolean
  unique: boolean
  index: boolean
  shape: Shape
}
