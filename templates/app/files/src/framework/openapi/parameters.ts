import type { FastifySchema } from 'fastify'
import { z } from 'zod'

import type { JsonSchema } from './json-schema.ts'
import type { OperationParameter } from './openapi-document.ts'
import type { OperationNeeds } from './operation.ts'
import type { Path } from './paths.ts'

/** What a request says outside of its body. */
export const parametersOf = (schema: FastifySchema, path: Path, needs: OperationNeeds) => [
  ...pathParameters(path, objectOf(schema.params, 'Path', needs)),
  ...namedParameters('query', objectOf(schema.querystring, 'Query', needs)),
  ...namedParameters('header', objectOf(schema.headers, 'Header', needs)),
]

const pathParameters = (
  { parameters }: Path,
  { properties = {} }: JsonSchema,
): OperationParameter[] =>
  parameters.map(({ name, key, pattern }) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[key] ?? { type: 'string', ...(pattern !== undefined && { pattern }) },
  }))

const namedParameters = (
  place: 'query' | 'header',
  { properties = {}, required = [] }: JsonSchema,
): OperationParameter[] =>
  Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema,
  }))

/** Parameters are told one by one, so a schema of theirs stands nowhere as a whole. */
function objectOf(schema: unknown, part: string, { title, components }: OperationNeeds) {
  if (!(schema instanceof z.ZodType)) return Object(schema) as JsonSchema
  return components.resolve(components.refer(schema, 'input', title + part))
}
