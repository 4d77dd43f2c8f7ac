import { z } from 'zod'

import type { ProblemKind } from '../errors/define-problems.ts'
import { nameOfRule } from '../http/policy.ts'
import type { ReplyShape } from '../http/reply-shape.ts'
import type { Route } from '../http/route-list.ts'
import type { Components } from './components.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Operation } from './openapi-document.ts'
import { parametersOf } from './parameters.ts'
import type { Path } from './paths.ts'
import { problemsOf, repliesOf } from './replies.ts'

declare module 'fastify' {
  interface FastifySchema {
    /** Left out of the description of the API. */
    hide?: boolean
    summary?: string
    description?: string
    tags?: readonly string[]
    deprecated?: boolean
    /** What an agent should know before it calls the route. */
    hint?: string
    /** What it refuses in words of its own: `[problems.invoiceSent]`. */
    problems?: readonly ProblemKind[]
  }
}

/** `title` begins the names of what has none. */
export type OperationNeeds = { title: string; components: Components; shape: ReplyShape }

/** What a route says of itself, as the operation of one of its paths. */
export function operationOf(
  route: Route,
  path: Path,
  { id, ...needs }: OperationNeeds & { id: string },
): Operation {
  const { summary, description, tags, deprecated, hint, body } = route.schema
  const { place, policy } = route
  const parameters = parametersOf(route.schema, path, needs)
  return {
    operationId: id,
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    tags: tags ?? [tagOf(path.path)],
    ...(deprecated !== undefined && { deprecated }),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: requestBody(body, needs) }),
    responses: repliesOf(route, path, needs),
    'x-elif': {
      policy: nameOfRule(policy),
      ...(place && { place: `${place.file}:${place.line}` }),
      ...(hint !== undefined && { hint }),
      errors: problemsOf(route, path).map(({ code }) => code),
    },
  }
}

function requestBody(body: unknown, { title, components }: OperationNeeds) {
  const isZod = body instanceof z.ZodType
  // A plugin may bring JSON Schema of its own.
  const schema: JsonSchema = isZod ? components.refer(body, 'input', `${title}Body`) : Object(body)
  return {
    required: !isZod || !body.safeParse(undefined).success,
    content: { 'application/json': { schema } },
  }
}

/** The first part of a path that is not a parameter. */
const tagOf = (path: string) =>
  path.split('/').find((part) => part !== '' && !part.startsWith('{')) ?? 'app'
