import { elifError } from '../errors/elif-error.ts'
import type { SchemaTable } from '../fields/schema-table.ts'
import { schemaFile } from '../project/layout.ts'
import { typescriptReader } from '../source/readers.ts'
import { compareNames } from '../text/compare-names.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { tablesIn, withMember } from './schema-member.ts'

/** One exported statement with what follows it, up to the next. */
export type SchemaStatement = { name: string; text: string }

const EXPORT = /^export (?:type|interface) (\w+)/mu
const COLUMN_TYPE = "import type { ColumnType } from 'kysely'"

/**
 * The schema file with one more table, in the order in which the next migration writes it anew.
 * Undefined when the text has no `interface DB` to put the table into, or would lose something.
 */
export function withTable(source: string, table: SchemaTable): string | undefined {
  const { head, statements } = readSchema(source)
  const database = statements.find(({ name }) => name === 'DB')
  if (!database) return undefined
  if (tablesIn(database.text)?.includes(table.table)) {
    throw elifError('table-taken', { table: table.table })
  }
  const name = freeName(table.name, statements)
  const text = withMember(database.text, table.table, name)
  if (text === undefined) return undefined
  const helpers = statements.filter((each) => each.text.startsWith('export type'))
  for (const [helper, says] of table.helpers) {
    if (helpers.some((each) => each.name === helper)) continue
    helpers.push({ name: helper, text: `export type ${helper} = ${says}` })
  }
  const tables = statements.filter((each) => each !== database && !helpers.includes(each))
  tables.push({ name, text: `export interface ${name} {\n${table.body}\n}` })
  const others = helpers.filter((each) => each !== database)
  return joined(source, [
    withColumnType(head),
    ...texts([...byName(others), ...byName(tables)]),
    text,
  ])
}

const texts = (statements: SchemaStatement[]) => statements.map(({ text }) => text)

/** The parts as one text, if it parses and still says all that the owner has written. */
function joined(source: string, parts: string[]): string | undefined {
  const text = parts.map((part) => part.trim()).join('\n\n') + '\n'
  const kept = new Set(linesOf(text))
  const isWhole = linesOf(source).every((line) => kept.has(line))
  const parses = typescriptReader().read(text, schemaFile).errors.length === 0
  return isWhole && parses ? text : undefined
}

const linesOf = (text: string) =>
  text.split(/\n|(?<=\{)|(?=\})/u).flatMap((line) => line.replace(/^\ufeff/u, '').trim() || [])

/** The parts of the schema file: what stands before its first export, and each export. */
export function readSchema(source: string): { head: string; statements: SchemaStatement[] } {
  const [head = '', ...parts] = source.replaceAll('\r\n', '\n').split(/^(?=export )/mu)
  return { head, statements: parts.map((text) => ({ name: EXPORT.exec(text)?.[1] ?? '', text })) }
}

const byName = (statements: SchemaStatement[]) =>
  statements.toSorted((one, other) => compareNames(one.name, other.name))

function freeName(name: string, statements: SchemaStatement[]): string {
  const isTaken = (candidate: string) => statements.some((each) => each.name === candidate)
  let count = 2
  let free = name
  while (isTaken(free)) free = `${name}${count++}`
  return free
}

function withColumnType(head: string): string {
  const trimmed = head.trim()
  if (/\bColumnType\b/u.test(trimmed)) return trimmed
  return trimmed === '' ? COLUMN_TYPE : `${trimmed}\n\n${COLUMN_TYPE}`
}

/** Writes a table into the app's schema file, which the next migration writes anew. */
export function addTable(app: Workspace, table: SchemaTable): void {
  const source = app.read(schemaFile)
  const text = source === undefined ? undefined : withTable(source, table)
  if (text !== undefined) return app.write(schemaFile, text)
  const member = `export interface DB {\n  ${table.table}: ${table.name}\n}`
  const paste = `export interface ${table.name} {\n${table.body}\n}\n\n${member}`
  const because = 'There is no interface DB that elif could put the table into.'
  app.notice({ path: schemaFile, because, paste })
}
