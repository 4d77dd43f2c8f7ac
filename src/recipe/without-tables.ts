import { typescriptReader } from '../source/readers.ts'
import { schemaFile } from '../project/layout.ts'
import { readSchema, type SchemaStatement } from './schema-file.ts'
import { tablesIn, withoutMember } from './schema-member.ts'

type Turn = { before: string; after: string }

/**
 * The schema file without the tables that a run has put into it, wherever they stand now; what
 * only they used goes with them. Undefined where the file says something else of them by now.
 */
export function withoutTables(source: string, { before, after }: Turn): string | undefined {
  const [old, left, now] = [before, after, source].map(readSchema)
  if (!old || !left || !now) return undefined
  const tables = tablesOf(left.statements).filter(
    (each) => !tablesOf(old.statements).includes(each),
  )
  const added = left.statements.filter(
    ({ name }) => !old.statements.some((each) => each.name === name),
  )
  const isOurs = (each: SchemaStatement) => added.some((other) => saysSame(other, each))
  const isOther = ({ name }: SchemaStatement) => added.some((each) => each.name === name)
  if (now.statements.some((each) => isOther(each) && !isOurs(each))) return undefined
  const database = withoutMembers(now.statements, left.statements, tables)
  if (database === undefined) return undefined
  const kept = now.statements.map((each) => (each.name === 'DB' ? database : each))
  const rest = withoutUnused(kept, isOurs)
  const uses = rest.some((each) => /\bColumnType\b/u.test(each.text))
  const head = now.head === left.head && !uses ? old.head : now.head
  return parsed([head, ...rest.map((each) => each.text)], source)
}

/** The database without tables that are in it as they were left; undefined for edited ones. */
function withoutMembers(now: SchemaStatement[], left: SchemaStatement[], tables: string[]) {
  const lines = linesOf(left)
  const isEdited = linesOf(now).some((line) => {
    return tables.some((table) => line.startsWith(`${table}:`)) && !lines.includes(line)
  })
  const database = now.find(({ name }) => name === 'DB')
  const text = isEdited ? undefined : database && tables.reduce(memberTaken, database.text)
  return text === undefined ? undefined : { name: 'DB', text }
}

const saysSame = (one: SchemaStatement, other: SchemaStatement) =>
  one.name === other.name && one.text.trim() === other.text.trim()

const tablesOf = (statements: SchemaStatement[]) =>
  tablesIn(statements.find(({ name }) => name === 'DB')?.text ?? '') ?? []

/** The members of the database, each as it is written. */
const linesOf = (statements: SchemaStatement[]) =>
  statements
    .filter(({ name }) => name === 'DB')
    .flatMap(({ text }) => text.split('\n').map((line) => line.trim()))

const memberTaken = (text: string | undefined, table: string) =>
  text === undefined ? undefined : withoutMember(text, table)

/** Takes away what is of the run and named nowhere else, until nothing more can go. */
function withoutUnused(
  statements: SchemaStatement[],
  isOurs: (statement: SchemaStatement) => boolean,
): SchemaStatement[] {
  const isUsed = ({ name }: SchemaStatement) =>
    statements.some(
      (each) => each.name !== name && new RegExp(`\\b${name}\\b`, 'u').test(each.text),
    )
  const rest = statements.filter((each) => !isOurs(each) || isUsed(each))
  return rest.length === statements.length ? rest : withoutUnused(rest, isOurs)
}

function parsed(parts: string[], source: string): string | undefined {
  const text = `${parts.flatMap((part) => part.trim() || []).join('\n\n')}\n`
  if (typescriptReader().read(text, schemaFile).errors.length > 0) return undefined
  return source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text
}
