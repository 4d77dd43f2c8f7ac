import { STATUS_CODES } from 'node:http'

import { z } from 'zod'

import type { ProblemKind } from '../errors/define-problems.ts'
import { frameworkProblems } from '../errors/framework-problems.ts'
import { ProblemReply } from '../http/problem.ts'
import type { Route } from '../http/route-list.ts'
import type { OperationReply } from './openapi-document.ts'
import type { OperationNeeds } from './operation.ts'
import type { Path } from './paths.ts'

const { forbidden, invalid, notFound } = frameworkProblems
const Problem = ProblemReply.meta({ id: 'Problem' })

/** What a route answers: what its schemas say, the problems it is likely to have, and any other. */
export function repliesOf(
  route: Route,
  path: Path,
  needs: OperationNeeds,
): Record<string, OperationReply> {
  const said = Object.entries(Object(route.schema.response))
  const problem = problemReply(needs)
  return {
    ...(said.length === 0 && { '2XX': { description: 'Done' } }),
    ...Object.fromEntries(
      problemsOf(route, path).map(({ definition: { status } }) => [
        status,
        { ...problem, description: describe(`${status}`) },
      ]),
    ),
    ...Object.fromEntries(
      said.map(([status, schema]) => [status, replyOf(status, schema, route, needs)]),
    ),
    default: problem,
  }
}

function replyOf(status: string, schema: unknown, { produces }: Route, needs: OperationNeeds) {
  const description = describe(status)
  if (!(schema instanceof z.ZodType)) {
    return { description, content: { 'application/json': { schema: Object(schema) } } }
  }
  if (schema.type === 'undefined' || schema.type === 'void') return { description }
  const json = needs.components.refer(schema, 'output', `${needs.title}Reply`)
  const types = produces ?? ['application/json']
  return { description, content: Object.fromEntries(types.map((type) => [type, { schema: json }])) }
}

function problemReply({ components, shape }: OperationNeeds): OperationReply {
  const { type, schema } = shape.problem
  const named = schema === ProblemReply ? Problem : schema
  const json = components.refer(named, 'output', 'Problem')
  return { description: 'A problem', content: { [type]: { schema: json } } }
}

/** The problems that a route is likely to have: by what it asks of a request, and what it says itself. */
export function problemsOf({ schema, policy }: Route, { parameters }: Path): ProblemKind[] {
  const isRead = [schema.body, schema.querystring, schema.headers].some(Boolean)
  const own = schema.problems ?? []
  const implied: ProblemKind[] = [
    ...(typeof policy === 'function' ? [forbidden] : []),
    ...(parameters.length > 0 ? [notFound] : []),
    ...(isRead ? [invalid] : []),
  ]
  return [...implied, ...own.filter((kind) => !implied.includes(kind))]
}

const describe = (status: string) => STATUS_CODES[status] ?? 'An answer'
