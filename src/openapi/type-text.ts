import { type Schema, schemaName } from './document.ts'

/** A schema as a flat TypeScript type: what an editor shows is what there is. */
export function typeText(schema: Schema): string {
  const { $ref: reference, enum: values, anyOf, oneOf, allOf, type } = schema
  if (typeof reference === 'string') return typeName(schemaName(reference))
  if ('const' in schema) return JSON.stringify(schema['const'])
  if (Array.isArray(values)) return union(values.map((value) => JSON.stringify(value)))
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) return union(choices.map((each) => typeText(Object(each))))
  if (Array.isArray(allOf)) return allOf.map((each) => `(${typeText(Object(each))})`).join(' & ')
  if (Array.isArray(type)) return union(type.map((each) => plainType(`${each}`, schema)))
  return plainType(`${type}`, schema)
}

/** `kite-list` is a name in JSON Schema and none in TypeScript. */
export function typeName(name: string): string {
  const title = name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9]?)/g, (_, letter: string) =>
    letter.toUpperCase(),
  )
  return taken.has(title) || !/^[A-Z]/.test(title) ? `${title.replace(/^\d/, '_$&')}Schema` : title
}

/** What the client itself has, and what TypeScript brings. */
const taken = new Set(
  'ApiError Array Client ClientOptions Error Object Promise Record ReturnType Sent String URLSearchParams Values'.split(
    ' ',
  ),
)

function plainType(type: string, schema: Schema): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type
    case 'number':
    case 'integer':
      return 'number'
    case 'array':
      return arrayType(schema)
    case 'object':
      return objectType(schema)
    default:
      return 'unknown'
  }
}

function arrayType({ items, prefixItems }: Schema): string {
  if (Array.isArray(prefixItems)) {
    return `[${prefixItems.map((each) => typeText(Object(each))).join(', ')}]`
  }
  return `Array<${typeText(Object(items))}>`
}

function objectType({ properties, required, additionalProperties: others }: Schema): string {
  const names = Object.entries(Object(properties))
  if (names.length === 0) {
    const value = typeof others === 'object' ? typeText(Object(others)) : 'unknown'
    return `Record<string, ${value}>`
  }
  const needed = new Set(Array.isArray(required) ? required : [])
  const members = names.map(([name, member]) =>
    memberText(name, typeText(Object(member)), needed.has(name)),
  )
  return `{ ${members.join('; ')} }`
}

/** One member of an object type. */
export const memberText = (name: string, type: string, isRequired: boolean): string =>
  isRequired ? `${keyText(name)}: ${type}` : `${keyText(name)}?: ${type} | undefined`

/** A name as the key of an object. */
export const keyText = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name)

/** What may be anything makes all else vanish. */
const union = (types: string[]): string =>
  types.includes('unknown') ? 'unknown' : [...new Set(types)].join(' | ') || 'never'
