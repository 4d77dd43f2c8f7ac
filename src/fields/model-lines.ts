import type { Field } from './field.ts'

/** The columns that are read, under the names they have in TypeScript. */
export const columnLines = (fields: Field[]): string[] =>
  fields.map(({ name, column }) => (name === column ? `'${column}',` : `'${column} as ${name}',`))

/** The members of a new row. */
export const rowLines = (fields: Field[]): string[] =>
  fields.map((field) => memberOf(field, `input.${field.name}${field.optional ? ' ?? null' : ''}`))

/** The members of a changed row: undefined where the change says nothing. */
export const changeLines = (fields: Field[]): string[] =>
  fields.map((field) => memberOf(field, `patch.${field.name}`))

/** The types of columns that the database declares wider than the app reads them. */
export function narrowLines(fields: Field[], noun: string): string[] {
  const names = fields.filter(({ shape }) => shape.narrow).map(({ name }) => `'${name}'`)
  return names.length === 0 ? [] : [`.$narrowType<Pick<${noun}, ${names.join(' | ')}>>()`]
}

const memberOf = ({ column, shape }: Field, value: string) =>
  `${column}: ${shape.toColumn ? shape.toColumn(value) : value},`
