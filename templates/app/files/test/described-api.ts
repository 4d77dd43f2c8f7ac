import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { z } from 'zod'

import type { JsonSchema } from '#app/framework/openapi/json-schema.ts'
import type { OpenApiDocument, Operation } from '#app/framework/openapi/openapi-document.ts'
import { createSamples } from './sample-values.ts'

/** How far a request keeps to what the document says. */
export type Manner = 'as described' | 'with a broken body' | 'with naughty parameters'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Described = { method: Method; path: string; operation: Operation }

/** What a document says, as requests to make and as a judge of what is answered. */
export function readDocument(document: OpenApiDocument, seed: number) {
  const { schemas } = document.components
  const resolve = (schema: JsonSchema) => (schema.$ref && schemas[nameIn(schema.$ref)]) || schema
  const samples = createSamples(seed, resolve)
  /** What replies have said, by name: the id of something that is there, a cursor. */
  const seen = new Map<string, string>()

  const judges = new Map<JsonSchema, z.ZodType>()
  function judgeOf(schema: JsonSchema) {
    const judge = judges.get(schema) ?? zodOf(schema, schemas)
    judges.set(schema, judge)
    return judge
  }

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) =>
        ({ method: method.toUpperCase() as Method, path, operation }) satisfies Described,
    ),
  )

  /** A request; what is given stands for the parameters of these names. */
  function request(
    { method, path, operation }: Described,
    manner: Manner,
    given: Record<string, string> = {},
  ) {
    const { parameters = [], requestBody } = operation
    const valueOf = (name: string, schema: JsonSchema) => {
      if (given[name] !== undefined) return given[name]
      if (manner === 'with naughty parameters') return samples.naughty()
      return (samples.below(3) > 0 && seen.get(name)) || String(samples.valid(schema))
    }
    const values = parameters
      .filter(({ name, required }) => name in given || required || samples.below(2) === 1)
      .map(({ name, in: place, schema }) => ({ name, in: place, value: valueOf(name, schema) }))
    const body = requestBody?.content['application/json']?.schema
    const sent = body && samples[manner === 'with a broken body' ? 'broken' : 'valid'](body)
    return {
      method,
      url: filled(path, values) + search(values),
      headers: {
        ...Object.fromEntries(inPlace(values, 'header').map(({ name, value }) => [name, value])),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { payload: JSON.stringify(sent ?? null) }),
    } satisfies InjectOptions & { method: Method; url: string }
  }

  /** What the body of an operation may hold, by name. */
  function fieldsOf({ operation }: Described): Record<string, JsonSchema> {
    const body = operation.requestBody?.content['application/json']?.schema
    const { properties = {} } = body ? resolve(body) : {}
    return properties
  }

  /** What is wrong with an answer; undefined when the document says that it may be so. */
  function faultIn({ operation }: Described, answer: LightMyRequestResponse) {
    const status = `${answer.statusCode}`
    const { responses } = operation
    if (answer.statusCode >= 500) return `it is a ${status}`
    const reply = responses[status] ?? responses[`${status.charAt(0)}XX`] ?? responses['default']
    if (!reply) return `no reply has the status ${status}`
    if (!reply.content) return undefined
    const type = String(answer.headers['content-type']).split(';', 1)[0] ?? ''
    const content = reply.content[type]
    if (!content) return `a ${status} is not said to be ${type}`
    const read = judgeOf(content.schema).safeParse(answer.json())
    return read.success ? undefined : z.prettifyError(read.error)
  }

  function learn(answer: LightMyRequestResponse) {
    if (answer.statusCode >= 300 || answer.body === '') return
    const said: unknown = answer.json()
    for (const [name, value] of Object.entries(Object(said))) {
      if (typeof value === 'string') seen.set(name === 'next' ? 'cursor' : name, value)
    }
  }

  return { operations, request, fieldsOf, faultIn, learn }
}

const nameIn = (reference: string) => reference.split('/').at(-1) ?? ''

type Value = { name: string; in: string; value: string }

const inPlace = (values: Value[], place: string) => values.filter((each) => each.in === place)

const filled = (path: string, values: Value[]) =>
  path.replace(/\{(\w+)\}/g, (_, name) => {
    const given = inPlace(values, 'path').find((each) => each.name === name)
    const value = given?.value ?? ''
    // Nothing at all, or dots, would be another path.
    return /^\.{0,2}$/.test(value) ? 'none' : encoded(value)
  })

/** Half a surrogate pair is nothing that a URL could hold. */
const encoded = (value: string) => encodeURIComponent(value.toWellFormed())

function search(values: Value[]) {
  const pairs = inPlace(values, 'query').map(
    ({ name, value }) => `${encoded(name)}=${encoded(value)}`,
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

const zodOf = (schema: JsonSchema, $defs: Record<string, JsonSchema>) =>
  z.fromJSONSchema(
    JSON.parse(
      JSON.stringify({ ...schema, $defs }).replaceAll('#/components/schemas/', '#/$defs/'),
    ),
  )
