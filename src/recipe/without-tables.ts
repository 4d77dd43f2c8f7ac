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
  const isOurs = (statement: SchemaStatement) =>
    added.some(({ name, text }) => name === statement.name && text.trim() === statement.text.trim())
  const database = now.statements.find(({ name }) => name === 'DB')
  const text = database && tables.reduce(memberTaken, database.text)
  if (text === undefined) return undefined
  const kept = now.statements.map((each) => (each === database ? { name: 'DB', text } : each))
  const rest = withoutUnused(kept, isOurs)
  const uses = rest.some((each) => /\bColumnType\b/u.test(each.text))
  const head = uses || /\bColumnType\b/u.test(old.head) ? now.head : old.head
  return parsed([head, ...rest.map((each) => each.text)], source)
}

const tablesOf = (statements: SchemaStatement[]) =>
  tablesIn(statements.find(({ name }) => name === 'DB')?.text ?? '') ?? []

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
