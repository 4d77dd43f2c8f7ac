/** A span of a text, as positions of its UTF-16 units. */
export type Span = { start: number; end: number }

/**
 * Lists that elif can add to. Statements are also those of a module; cases those of a switch;
 * children those of a JSX element, blank text left out; a chain is `.get(a).use(b)`, call by call.
 */
export type ListKind =
  | 'statements'
  | 'cases'
  | 'array'
  | 'object'
  | 'arguments'
  | 'tuple'
  | 'enum'
  | 'type'
  | 'union'
  | 'class'
  | 'children'
  | 'chain'

/** One entry of a list. */
export type Element = Span & {
  /** The same for entries that differ in layout, quotes, comments and separators only. */
  identity: string
  /** What it declares: of these, a list can hold only one each. */
  names: string[]
  /** A call as callee and first argument, `http.register(invoices.routes)`; undefined for others. */
  call: string | undefined
  /** What makes the one variable it declares, `createInvoices`; undefined for others. */
  maker: string | undefined
  /** Whether it ends with a semicolon where a file writes semicolons. */
  terminated: boolean
}

/**
 * What stands around a position. `open` is behind the opening bracket, `close` where it closes;
 * `closed`: no comma last.
 */
export type Container =
  | {
      kind: 'list'
      id: string
      list: ListKind
      elements: Element[]
      start: number
      open: number
      close: number
      closed: boolean
    }
  | { kind: 'other'; id: string; what: string }
export type List = Extract<Container, { kind: 'list' }>

export type Import = Span & {
  from: string
  /** Where the quoted module begins. */
  specifier: number
  type: boolean
  default: string | undefined
  /** Where `import` and what follows a default import end; the place for `, { names }`. */
  headEnd: number
  /** Undefined for `import 'x'`, `import x from` and `import * as x from`. */
  braces: Span | undefined
  names: (Span & { name: string; local: string; type: boolean })[]
  namespace: string | undefined
}

/** `export { a } from`, `export * from`, `export * as a from` and `export { a }` of what is here. */
export type Export = Span & {
  /** Undefined for what the module has itself. */
  from: string | undefined
  /** Where the quoted module begins, else where the statement ends. */
  specifier: number
  type: boolean
  /** `*`, or the name in `* as name`. */
  all: string | undefined
  braces: Span | undefined
  /** Of `a as b`, `a` is the name and `b` the local one: what others know it by. */
  names: Import['names']
}

/**
 * A list by what it is, wherever it stands. `call` is told by its callee (`defineConfig`), `type`
 * by what an object literal is said to be (`: Config`, `satisfies Config`), `export` by its name
 * (`default`), `chain` by what it starts from (`app`, `express`, `new Hono`). The path leads on
 * from there: through arguments by index and through properties by name.
 */
export type ListAnchor = {
  kind: 'call' | 'type' | 'export' | 'chain'
  name: string
  path?: (string | number)[]
}

export type Comment = Span & { text: string }

/** An exported function: its statements, and the object literal it returns last. */
export type ExportedFunction = { body: List | undefined; returned: List | undefined }

/** What a parser knows about a text. It only answers where things are; elif writes. */
export type Reading = {
  errors: { position: number; message: string }[]
  comments: Comment[]
  imports: Import[]
  /** The export statements without a declaration, in their order. */
  exports: Export[]
  /** What others can import by name from here; what `export *` brings is not known. */
  exportedNames: Set<string>
  /** Behind byte order mark, shebang and directives. */
  headEnd: number
  /** Names bound at the top of the module, imports included. */
  topNames: Set<string>
  containerAt(position: number): Container
  /** What code at a position may use by name, types and what the language brings aside. */
  namesAt(position: number): Set<string>
  exportedFunction(name: string): ExportedFunction | undefined
  /** Every list that an anchor tells, in the order of the places. */
  listsAt(anchor: ListAnchor): List[]
  /** The statements of a list that look like a pattern in which `$x` stands for anything. */
  matching(list: List, pattern: string): Element[]
  /** How often a name is used outside of imports. */
  uses(name: string): number
}

/** The text of one entry alone; positions count from its own beginning. */
export type EntryReading = Element & { frozen: [start: number, end: number][] }

/** A value of a JSON text; `value` is plain data. */
export type JsonNode = Span & {
  kind: 'object' | 'array' | 'scalar'
  value: unknown
  items: (Span & { key: string | number; node: JsonNode })[]
}
export type JsonReading = { source: string; root: JsonNode; comments: Comment[] }

/** The interface every parser stands behind. */
export type Reader = {
  read(source: string, path: string): Reading
  /** Undefined when the text is not exactly one entry of such a list. */
  readEntry(text: string, list: ListKind, path: string): EntryReading | undefined
  /** Undefined when the text is no JSON, comments and trailing commas aside. */
  readJson(source: string): JsonReading | undefined
}
