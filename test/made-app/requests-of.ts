import * as fc from 'fast-check'
import { z } from 'zod'

/** As much of an OpenAPI document as requests are made from. */
export const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.lazy(() => Operation),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.record(z.string(), z.unknown())) }),
})
export type Document = z.output<typeof Document>

type Schema = Record<string, unknown>
const Schema = z.record(z.string(), z.unknown())
const Content = z.record(z.string(), z.object({ schema: Schema }))
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  schema: Schema,
})
const Operation = z.object({
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ content: Content.optional() })),
})
export type Operation = z.output<typeof Operation>

export type Asked = {
  parameters: Record<string, string>
  body: { sent: string; type: string } | undefined
}

/** Requests of one operation: as the document has it, or with something in it that it does not have. */
export function requestsOf(
  { parameters, requestBody }: Operation,
  valuesOf: (schema: Schema) => fc.Arbitrary<unknown>,
  manner: 'valid' | 'broken',
): fc.Arbitrary<Asked> {
  const asText = (schema: Schema) => valuesOf(schema).map(String)
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('', '0', '-1'))
  const chosen = fc.record(
    Object.fromEntries(
      parameters.map(({ name, schema }) => [name, manner === 'valid' ? asText(schema) : text]),
    ),
    { requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name) },
  )
  const schema = requestBody?.content['application/json']?.schema
  const body = schema === undefined ? fc.constant(undefined) : bodies(valuesOf(schema), manner)
  return fc.record({ parameters: chosen, body })
}

const json = 'application/json'
const types = [json, 'application/json; charset=utf-8', 'text/plain', 'application/xml', 'a/b', '']

const asJson = (value: unknown) => ({ sent: JSON.stringify(value) ?? 'null', type: json })

function bodies(valid: fc.Arbitrary<unknown>, manner: 'valid' | 'broken') {
  if (manner === 'valid') return valid.map(asJson)
  const member = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.double().map((value) => (Number.isFinite(value) ? value : 1e308)),
    fc.constantFrom(null, '', [], {}, -0, 2 ** 53, 1e308, '\0', '\ud800'),
  )
  const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'id', 'createdAt'))
  return fc.oneof(
    fc
      .tuple(valid, fc.nat(), member)
      .map(([value, at, other]) => asJson(replaced(value, at, other))),
    fc.tuple(valid, name, member).map(([value, key, other]) => asJson(extended(value, key, other))),
    fc.jsonValue().map(asJson),
    fc.tuple(valid, fc.nat(), fc.string()).map(([value, at, cut]) => {
      const { sent, type } = asJson(value)
      const place = at % sent.length
      return { sent: sent.slice(0, place) + cut + sent.slice(place + 1), type }
    }),
    fc.record({ sent: fc.string(), type: fc.constantFrom(...types) }),
  )
}

/** With another value in place of one member, or without it. */
function replaced(value: unknown, at: number, other: unknown) {
  const members = Object.entries(Object(value))
  const [name = 'name'] = members[at % Math.max(1, members.length)] ?? []
  return Object.fromEntries([
    ...members.filter(([each]) => each !== name),
    ...(at % 5 === 0 ? [] : [[name, other]]),
  ])
}

/** With a member that is not in the schema. A computed name makes one of `__proto__` as well. */
const extended = (value: unknown, key: string, other: unknown) => ({
  ...Object(value),
  [key]: other,
})
