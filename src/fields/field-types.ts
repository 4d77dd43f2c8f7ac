import type { FieldType } from './field.ts'
import { bigintType, decimalType, integerType } from './number-types.ts'
import { dateType, jsonType, timestampType, uuidType } from './other-types.ts'
import { booleanType, enumType, stringType, textType } from './text-types.ts'

const registered: FieldType[] = [
  stringType,
  textType,
  integerType,
  bigintType,
  decimalType,
  booleanType,
  uuidType,
  dateType,
  timestampType,
  jsonType,
  enumType,
]

/** Every field type by name, in the order in which help and errors list them. */
export const fieldTypes: ReadonlyMap<string, FieldType> = new Map(
  registered.map((type) => [type.name, type]),
)

/** A line for every type, for help pages. */
export function fieldTypesText(): string {
  const width = Math.max(...registered.map(({ example }) => example.length))
  return registered.map(({ example, says }) => `${example.padEnd(width)}  ${says}`).join('\n')
}
