import { z } from 'zod'

/** One setting as JSON Schema says it. */
export type SettingSchema = {
  type?: string
  description?: string
  default?: unknown
  enum?: unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  format?: string
  /** It is a secret: it can be set, and nothing shows it. */
  writeOnly?: boolean
  [keyword: string]: unknown
}

/** What the app reads; where code makes something of a text that no schema has words for, the text. */
export function settingSchema(schema: z.core.$ZodType, comment?: string): SettingSchema {
  const read = jsonSchema(schema, 'output')
  const { secret, ...json } = 'type' in read || 'enum' in read ? read : jsonSchema(schema, 'input')
  return {
    ...(comment !== undefined && { description: comment }),
    ...json,
    ...(secret === true && { writeOnly: true }),
  }
}

/** JSON Schema of all settings, by the names that they have as variables. */
export const settingsSchema = ({ shape }: z.ZodObject, comments: Record<string, string>) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(shape).map(([name, each]) => [name, settingSchema(each, comments[name])]),
  ),
  required: Object.entries(shape)
    .filter(([, each]) => !z.safeParse(each, undefined).success)
    .map(([name]) => name),
})

function jsonSchema(schema: z.core.$ZodType, io: 'input' | 'output') {
  const json: SettingSchema = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' })),
  )
  delete json['$schema']
  // Zod says of every integer that a number can hold it.
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum
  return json
}

/** The same for people: `integer from 0 to 65535`. */
export function typeText({ type, enum: choices, format, ...limits }: SettingSchema): string {
  if (choices) return `one of ${choices.join(', ')}`
  if (type === 'boolean') return 'true or false'
  if (type === 'string') return `${format === 'uri' ? 'URL' : 'text'}${lengthText(limits)}`
  return `${type ?? 'any value'}${rangeText(limits)}`
}

const lengthText = ({ minLength = 0 }: SettingSchema) =>
  minLength > 1 ? ` of at least ${minLength} characters` : ''

const rangeText = ({ minimum, maximum }: SettingSchema) =>
  [
    ...(minimum === undefined ? [] : [` from ${minimum}`]),
    ...(maximum === undefined ? [] : [` to ${maximum}`]),
  ].join('')
