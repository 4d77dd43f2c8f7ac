import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { databaseProblem } from '../database/database-problem.ts'
import { badRequest, notFound, Problem, toProblemReply } from './problem.ts'

const known: Record<string, { code: string; hint: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'body-too-large', hint: 'Send less at once.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'unsupported-media-type',
    hint: 'Send JSON with the header content-type: application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    code: 'bad-json',
    hint: 'Send a JSON value, or leave out the header content-type.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'bad-json', hint: 'Send a body that is valid JSON.' },
}

/** Turns everything thrown while answering into a problem, and everything unforeseen into a 500. */
export const createErrorHandler =
  ({ showErrors }: { showErrors: boolean }) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error, request) ?? unforeseen(error, showErrors)
    if (problem.status >= 500) request.log.error({ err: error }, problem.code)
    return sendProblem(reply, problem)
  }

export function sendProblem(reply: FastifyReply, problem: Problem) {
  const body = JSON.stringify(toProblemReply(problem, reply.request.id))
  return reply
    .code(problem.status)
    .headers({ ...problem.extras.headers, 'x-request-id': reply.request.id })
    .type('application/problem+json')
    .send(body)
}

function toProblem(error: unknown, request: FastifyRequest) {
  if (error instanceof Problem) return error
  return databaseProblem(error, { isByPath: isByPath(request) }) ?? clientProblem(error)
}

/** Whether the path alone says what is asked for: `GET /invoices/1`. */
const isByPath = ({ body, params }: FastifyRequest) =>
  (body ?? undefined) === undefined && Object.keys(params ?? {}).length > 0

/** What Fastify and its plugins refuse before a handler runs. */
function clientProblem(error: unknown) {
  if (!(error instanceof Error)) return undefined
  const { statusCode = 500, code = '' } = error as Partial<FastifyError>
  if (statusCode < 400 || statusCode > 499) return undefined
  if (code === 'FST_ERR_MAX_PARAM_LENGTH') return notFound('There is nothing at this path.')
  const entry = known[code]
  if (entry) return new Problem(statusCode, entry.code, error.message, { hint: entry.hint })
  if (statusCode === 400) return badRequest(error.message)
  return new Problem(statusCode, 'refused', error.message)
}

function unforeseen(error: unknown, showErrors: boolean) {
  const detail = showErrors ? String(error) : 'The server could not complete the request.'
  const hint = 'The log of the server says more under this request id.'
  return new Problem(500, 'unforeseen', detail, { hint, cause: error })
}
