import { elifError } from '../errors/elif-error.ts'
import type { Field } from './field.ts'

const LONGEST_IDENTIFIER = 63

/** The columns of the table, as calls on kysely's table builder. */
export const tableLines = (fields: Field[]): string[] =>
  fields.map(({ column, shape, optional }) => {
    const required = optional ? '' : ', (column) => column.notNull()'
    return `.addColumn('${column}', ${shape.column}${required})`
  })

/** The constraints of the table, under the names that PostgreSQL itself would give them. */
export function constraintLines(fields: Field[], table: string): string[] {
  const unique = fields
    .filter((field) => field.unique)
    .map(({ column }) => `.addUniqueConstraint('${kept(`${table}_${column}_key`)}', ['${column}'])`)
  const checked = fields.flatMap(({ column, shape: { check } }) => {
    const name = `${table}_${column}_check`
    return check ? `.addCheckConstraint('${kept(name)}', sql\`${check(column)}\`)` : []
  })
  return [...unique, ...checked]
}

/** A statement for every index that the fields ask for. */
export function indexLines(fields: Field[], table: string): string[] {
  // The template names this one itself.
  kept(`${table}_created_at_id_index`)
  return fields
    .filter((field) => field.index)
    .flatMap(({ column }) => [
      `await database.schema.createIndex('${kept(`${table}_${column}_index`)}')`,
      `.on('${table}').column('${column}').execute()`,
      '',
    ])
}

/** The database cuts longer names, and then two can be the same. */
function kept(identifier: string): string {
  if (identifier.length <= LONGEST_IDENTIFIER) return identifier
  throw elifError('field-identifier-too-long', { identifier, length: identifier.length })
}
