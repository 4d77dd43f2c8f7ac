import { elifError } from '../errors/elif-error.ts'
import type { SchemaTable } from '../fields/schema-table.ts'
import { schemaFile } from '../project/layout.ts'
import { compareNames } from '../text/compare-names.ts'
import type { Workspace } from '../workspace/workspace.ts'

type Statement = { name: string; text: string }

const EXPORT = /^export (?:type|interface) (\w+)/mu
const COLUMN_TYPE = "import type { ColumnType } from 'kysely'"

/**
 * The schema file with one more table, in the order in which the next migration writes it anew.
 * Undefined when the text has no `interface DB` to put the table into.
 */
export function withTable(source: string, table: SchemaTable): string | undefined {
  const { head, statements } = readSchema(source)
  const database = statements.find(({ name }) => name === 'DB')
  if (!database) return undefined
  const members = membersOf(database.text)
  if (members.has(table.table)) throw elifError('table-taken', { table: table.table })
  const name = freeName(table.name, statements)
  members.set(table.table, name)
  const helpers = statements.filter(({ text }) => text.startsWith('export type'))
  for (const [helper, says] of table.helpers) {
    if (helpers.some((each) => each.name === helper)) continue
    helpers.push({ name: helper, text: `export type ${helper} = ${says}` })
  }
  const tables = statements.filter((each) => each !== database && !helpers.includes(each))
  tables.push({ name, text: `export interface ${name} {\n${table.body}\n}` })
  const all = [...byName(helpers), ...byName(tables), { name: 'DB', text: databaseText(members) }]
  return [withColumnType(head), ...all.map(({ text }) => text.trim())].join('\n\n') + '\n'
}

function readSchema(source: string): { head: string; statements: Statement[] } {
  const [head = '', ...parts] = source.replaceAll('\r\n', '\n').split(/^(?=export )/mu)
  return { head, statements: parts.map((text) => ({ name: EXPORT.exec(text)?.[1] ?? '', text })) }
}

const membersOf = (text: string) =>
  new Map(
    [...text.matchAll(/^ +"?([\w.]+)"?: (\w+);?$/gmu)].map(([, table = '', name = '']) => [
      table,
      name,
    ]),
  )

const databaseText = (members: Map<string, string>) =>
  `export interface DB {\n${[...members]
    .toSorted(([one], [other]) => compareNames(one, other))
    .map(([table, name]) => `${/^\w+$/u.test(table) ? table : JSON.stringify(table)}: ${name}`)
    .join('\n')}\n}`

const byName = (statements: Statement[]) =>
  statements.toSorted((one, other) => compareNames(one.name, other.name))

function freeName(name: string, statements: Statement[]): string {
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
  const paste = `export interface ${table.name} {\n${table.body}\n}`
  app.notice({ path: schemaFile, because: 'There is no interface DB for the table.', paste })
}
