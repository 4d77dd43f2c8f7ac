import { elifError } from '../errors/elif-error.ts'
import type { Field } from './field.ts'

const LONGEST_IDENTIFIER = 63

/** The columns and constraints of the table, as calls on kysely's table builder. */
export function tableLines(fields: Field[], table: string): string[] {
  const columns = fields.map(({ column, shape, optional }) => {
    const required = optional ? '' : ', (column) => column.notNull()'
    return `.addColumn('${column}', ${shape.column}${required})`
  })
  const unique = fields.filter((field) => field.unique)
  const checked = fields.flatMap(({ column, shape }) =>
    shape.check
      ? `.addCheckConstraint('${kept(`${table}_${column}_check`)}', sql\`${shape.check(column)}\`)`
      : [],
  )
  return [
    ...columns,
    ...unique.map(
      ({ column }) => `.addUniqueConstraint('${kept(`${table}_${column}_key`)}', ['${column}'])`,
    ),
    ...checked,
  ]
}

/** A statement for every index that the fields ask for. */
export const indexLines = (fields: Field[], table: string): string[] =>
  fields
    .filter((field) => field.index)
    .flatMap(({ column }) => [
      `await database.schema.createIndex('${kept(`${table}_${column}_index`)}')`,
      `.on('${table}').column('${column}').execute()`,
      '',
    ])

/** The database cuts longer names, and then two can be the same. */
function kept(identifier: string): string {
  if (identifier.length <= LONGEST_IDENTIFIER) return identifier
  throw elifError('field-identifier-too-long', { identifier, length: identifier.length })
}
