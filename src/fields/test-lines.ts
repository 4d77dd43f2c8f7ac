import type { Field } from './field.ts'

/** What a test sends; unique values are made from the `number` of the sample. */
export const sampleLines = (fields: Field[]): string[] =>
  fields.map(
    ({ name, unique, shape: { samples } }) =>
      `${name}: ${unique ? samples.numbered : samples.first},`,
  )

/** A change of one field that may be repeated, or of the first one. */
export function patchLines(fields: Field[]): string[] {
  const field = fields.find(({ unique }) => !unique) ?? fields[0]
  return field ? [`${field.name}: ${field.shape.samples.second},`] : []
}

export const invalidLines = (fields: Field[]): string[] =>
  fields.map(({ name, shape }) => `${name}: ${shape.samples.invalid},`)

export const uniqueLines = (fields: Field[]): string[] =>
  fields.filter(({ unique }) => unique).map(({ name }) => `'${name}',`)

/** A member with the given value for every field that may be left out. */
export const optionalLines = (fields: Field[], value: 'undefined' | 'null'): string[] =>
  fields.filter(({ optional }) => optional).map(({ name }) => `${name}: ${value},`)
