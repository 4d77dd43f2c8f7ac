import type { JsonSchema } from '#app/framework/openapi/json-schema.ts'
import { naughtyStrings } from './naughty-strings.ts'

const hostile: unknown[] = [
  ...naughtyStrings,
  null,
  true,
  -1,
  1e308,
  [],
  [[]],
  {},
  { __proto: null },
]
const patterned = ['0', '1', '-1', '1.5', '12345', 'a', 'abc', 'A-1', 'a@b.example']
const formats: Record<string, string> = {
  uuid: '019a9e3c-0000-7000-8000-000000000000',
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00.000Z',
  email: 'somebody@example.org',
  uri: 'https://example.org/',
}

/** Makes values from schemas: the same ones for the same seed, and each time others. */
export function createSamples(seed: number, resolve: (schema: JsonSchema) => JsonSchema) {
  let state = seed

  /** A whole number below a limit, by a generator that is good enough to vary tests. */
  function below(limit: number) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const oneOf = <Value>(values: readonly Value[]) => values[below(values.length)]

  /** A value that the schema allows, as far as its words go. */
  function valid(given: JsonSchema, depth = 0): unknown {
    const schema = resolve(given)
    if ('const' in schema) return schema.const
    if (Array.isArray(schema.enum)) return oneOf(schema.enum)
    const choices = schema.anyOf ?? schema.oneOf
    if (Array.isArray(choices)) return valid(oneOf(choices), depth)
    const type = [schema.type ?? 'string'].flat()
    return makers[oneOf(type) ?? 'null']?.(schema, depth) ?? null
  }

  const makers: Record<string, (schema: JsonSchema, depth: number) => unknown> = {
    boolean: () => below(2) === 1,
    integer: (schema) => number(schema),
    number: (schema) => number(schema),
    string: (schema) => text(schema),
    array: ({ items }, depth) =>
      depth > 3 || items === undefined
        ? []
        : Array.from({ length: 1 + below(2) }, () => valid(Object(items), depth + 1)),
    object: ({ properties = {}, required = [] }, depth) => {
      const present = Object.entries(properties).filter(
        ([name]) => required.includes(name) || (depth < 3 && below(2) === 1),
      )
      return Object.fromEntries(present.map(([name, each]) => [name, valid(each, depth + 1)]))
    },
  }

  function number({ minimum = -1000, maximum = 1000 }: JsonSchema) {
    const least = Math.max(Number(minimum), -1_000_000)
    return least + below(Math.min(Number(maximum), 1_000_000) - least + 1)
  }

  function text({ format, pattern, minLength = 0, maxLength = 20 }: JsonSchema) {
    if (typeof format === 'string' && formats[format]) return formats[format]
    if (typeof pattern === 'string') {
      return oneOf(patterned.filter((each) => new RegExp(pattern, 'u').test(each))) ?? 'a'
    }
    return `value ${below(1e9)}`.padEnd(Number(minLength), 'x').slice(0, Number(maxLength))
  }

  /** The same with one thing in it that the caller should not have sent. */
  function broken(schema: JsonSchema): unknown {
    const value = valid(schema)
    if (typeof value !== 'object' || value === null || below(5) === 0) return oneOf(hostile)
    const name = oneOf(Object.keys(value)) ?? 'unknown'
    return { ...value, [name]: oneOf(hostile) }
  }

  return { below, oneOf, valid, broken, naughty: () => oneOf(naughtyStrings) ?? '' }
}
