import { type Document, resolveSchema, type Schema } from './document.ts'

const ofFormat: Record<string, string> = {
  uuid: '019a9e3c-0000-7000-8000-000000000000',
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00.000Z',
  time: '12:00:00',
  email: 'somebody@example.org',
  uri: 'https://example.org/',
}

/** Of these, the first that a pattern takes stands for it. */
const patterned = ['1', '1.5', '1234', 'a', 'abc', 'A-1', 'a-b', 'a@b.example', '12:00', '#aabbcc']

/** One value that a schema allows, as far as its words go; it is the same each time. */
export function sampleValue(document: Document, given: Schema, within: Schema[] = []): unknown {
  const schema = resolveSchema(document, given)
  const [example] = [schema['examples'] ?? []].flat()
  const said = example ?? schema['example'] ?? schema['default'] ?? schema['const']
  if (said !== undefined) return said
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  // What holds itself would never end.
  if (within.includes(schema)) return null
  const sample = (part: unknown) => sampleValue(document, Object(part), [...within, schema])

  const { allOf, anyOf, oneOf } = schema
  if (Array.isArray(allOf)) return Object.assign({}, ...allOf.map(sample))
  const choices = anyOf ?? oneOf
  if (Array.isArray(choices)) {
    return sample(choices.find(({ type }) => type !== 'null') ?? choices[0])
  }
  return ofType(schema, sample)
}

function ofType(schema: Schema, sample: (part: unknown) => unknown): unknown {
  const types = [schema['type'] ?? []].flat()
  switch (types.find((type) => type !== 'null')) {
    case 'string':
      return text(schema)
    case 'integer':
    case 'number':
      return number(schema)
    case 'boolean':
      return true
    case 'array':
      return [sample(schema['items'])]
    case 'object':
      return Object.fromEntries(
        Object.entries(Object(schema['properties'])).map(([name, part]) => [name, sample(part)]),
      )
    default:
      return null
  }
}

function text({ format, pattern, minLength = 0, maxLength = 1000 }: Schema): string {
  if (typeof format === 'string' && ofFormat[format] !== undefined) return ofFormat[format]
  if (typeof pattern === 'string') {
    const taken = new RegExp(pattern, 'u')
    return patterned.find((each) => taken.test(each)) ?? 'text'
  }
  return 'text'.padEnd(Number(minLength), ' text').slice(0, Number(maxLength))
}

function number({ minimum, exclusiveMinimum, maximum = 1 }: Schema): number {
  const least = minimum ?? (exclusiveMinimum === undefined ? 0 : Number(exclusiveMinimum) + 1)
  return Math.max(Math.min(1, Number(maximum)), Number(least))
}
