import { elifError } from '../errors/elif-error.ts'
import type { Field } from './field.ts'
import { parseField } from './parse-field.ts'

/** Reads the fields of a resource; one name may appear once. */
export function parseFields(texts: string[]): Field[] {
  const fields: Field[] = []
  for (const text of texts) {
    const field = parseField(text)
    const first = fields.find(({ column }) => column === field.column)
    if (first) throw elifError('field-duplicate', { field: text, first: first.name })
    fields.push(field)
  }
  return fields
}
