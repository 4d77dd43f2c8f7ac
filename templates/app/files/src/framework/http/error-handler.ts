import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { databaseProblem } from '../database/database-problem.ts'
import { frameworkProblems } from '../errors/framework-problems.ts'
import { Problem } from '../errors/problem.ts'
import { allowPage } from '../security/headers.ts'
import { errorPage } from './error-page.ts'

const { badRequest, notFound, unforeseen } = frameworkProblems

/** What Fastify refuses before a handler runs, by its codes. */
const known: Record<string, () => Problem> = {
  FST_ERR_BAD_URL: () => badRequest('The path of the request is not a valid URL.'),
  FST_ERR_MAX_PARAM_LENGTH: () => notFound('There is nothing at this path.'),
  FST_ERR_CTP_BODY_TOO_LARGE: frameworkProblems.bodyTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: frameworkProblems.unsupportedMediaType,
  FST_ERR_CTP_EMPTY_JSON_BODY: frameworkProblems.badJson,
  FST_ERR_CTP_INVALID_JSON_BODY: frameworkProblems.badJson,
  FST_ERR_HANDLER_TIMEOUT: frameworkProblems.tooSlow,
}

type Settings = { showErrors: boolean }

/** Turns everything thrown while answering into a problem, and everything unforeseen into a 500. */
export const createErrorHandler =
  ({ showErrors }: Settings) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error, request) ?? unforeseenProblem(error, showErrors)
    if (problem.status >= 500) request.log.error({ err: error }, problem.code)
    if (showErrors && wantsPage(request)) return sendPage(reply, problem)
    return sendProblem(reply, problem)
  }

export function sendProblem(reply: FastifyReply, problem: Problem) {
  const { id, url } = reply.request
  const shape = reply.server.replyShapes.of(url).problem
  return reply
    .code(problem.status)
    .headers({ ...problem.extras.headers, 'x-request-id': id })
    .type(shape.type)
    .send(JSON.stringify(shape.body(problem, id)))
}

/** Browsers name HTML first; what also takes it and asks for something else gets that. */
const wantsPage = ({ headers }: FastifyRequest) =>
  headers.accept?.split(',', 1)[0]?.startsWith('text/html') ?? false

function sendPage(reply: FastifyReply, problem: Problem) {
  const { id, method, url } = reply.request
  const nonce = allowPage(reply)
  return reply
    .code(problem.status)
    .headers({ ...problem.extras.headers, 'x-request-id': id })
    .type('text/html; charset=utf-8')
    .send(errorPage(problem, { id, method, url, nonce }))
}

function toProblem(error: unknown, request: FastifyRequest) {
  if (error instanceof Problem) return error
  return databaseProblem(error, { isByPath: isByPath(request) }) ?? fastifyProblem(error)
}

/** Whether the path alone says what is asked for: `GET /invoices/1`. */
const isByPath = ({ body, params }: FastifyRequest) =>
  (body ?? undefined) === undefined && Object.keys(params ?? {}).length > 0

/** Only what is Fastify's own: a library that a handler calls may throw with a status as well. */
function fastifyProblem(error: unknown) {
  if (!(error instanceof Error)) return undefined
  const { statusCode = 500, code = '' } = error as Partial<FastifyError>
  if (known[code]) return known[code]()
  if (!code.startsWith('FST_') || statusCode < 400 || statusCode > 499) return undefined
  if (statusCode === 400) return badRequest(error.message)
  return new Problem(statusCode, 'refused', error.message)
}

const unforeseenProblem = (cause: unknown, showErrors: boolean) =>
  unforeseen(showErrors ? String(cause) : 'The server could not complete the request.', { cause })
