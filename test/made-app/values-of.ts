import * as fc from 'fast-check'

type Schema = Record<string, unknown>

const formats: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid(),
  date: fc
    .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map((value) => value.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
    .map((value) => value.toISOString()),
  email: fc.emailAddress(),
  uri: fc.webUrl(),
}

/** Values that a JSON Schema allows, its limits more often than what lies between them. */
export function createValuesOf(definitions: Record<string, Schema>) {
  function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
    if (typeof schema['$ref'] === 'string') {
      const name = schema['$ref'].split('/').at(-1) ?? ''
      return valuesOf(definitions[name] ?? {})
    }
    if ('const' in schema) return fc.constant(schema['const'])
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum'])
    const choices = schema['anyOf'] ?? schema['oneOf']
    if (Array.isArray(choices)) return fc.oneof(...choices.map((each) => valuesOf(Object(each))))
    const types = [schema['type'] ?? 'any'].flat()
    return fc.oneof(...types.map((type) => ofType(String(type), schema)))
  }

  function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
    const { minimum: min, maximum: max } = schema
    const range = {
      ...(min !== undefined && { min: Number(min) }),
      ...(max !== undefined && { max: Number(max) }),
    }
    if (type === 'null') return fc.constant(null)
    if (type === 'boolean') return fc.boolean()
    if (type === 'integer') return fc.integer(range)
    if (type === 'number') return fc.double({ ...range, noNaN: true, noDefaultInfinity: true })
    if (type === 'string') return texts(schema)
    if (type === 'array') return fc.array(valuesOf(Object(schema['items'])), { maxLength: 3 })
    if (type !== 'object') return fc.jsonValue()
    const members = Object.entries(Object(schema['properties'] ?? {}))
    const required = Array.isArray(schema['required']) ? schema['required'] : []
    return fc.record(
      Object.fromEntries(members.map(([name, each]) => [name, valuesOf(Object(each))])),
      {
        requiredKeys: required,
      },
    )
  }

  return valuesOf
}

function texts({ format, pattern, minLength, maxLength }: Schema) {
  const known = typeof format === 'string' ? formats[format] : undefined
  if (known) return known
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'))
  const size = {
    minLength: Number(minLength ?? 0),
    ...(maxLength !== undefined && { maxLength: Number(maxLength) }),
  }
  return fc.oneof(
    fc.string({ ...size, unit: 'grapheme' }),
    fc.string({ ...size, unit: 'binary' }),
    fc.constant('x'.repeat(Number(maxLength ?? 1000))),
  )
}
