import type { OutgoingHttpHeaders } from 'node:http'

import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { Problem, type Translate } from '../errors/problem.ts'
import { ScopeEnded } from '../lifecycle/scope.ts'
import { allowPage } from '../security/headers.ts'
import { asksForHealth } from './asks-for-health.ts'
import { errorPage } from './error-page.ts'
import { errorReaders } from './error-readers.ts'
import { isClosed } from './is-closed.ts'

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

/** Answered to every caller for a while: a stack for each would only be more to do. */
const forAWhile = new Set(['overloaded', 'maintenance'])

/** Who watches the app asks again and again; why it is not ready is logged when it becomes so. */
const isExpected = ({ code, status }: Problem, request: FastifyRequest) =>
  forAWhile.has(code) || (status === 503 && asksForHealth(request))

type Settings = {
  showErrors: boolean
  redact: (text: string) => string
  translate?: Translate | undefined
}

/** Turns everything thrown while answering into a problem, and everything unforeseen into a 500. */
export const createErrorHandler =
  ({ showErrors, redact, translate = asItIs }: Settings) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const found =
      toProblem(error, request) ?? unforeseenProblem(error, showErrors && redact(String(error)))
    const problem = translate(found, request, reply)
    if (hasHungUp(error, reply)) request.log.info('the caller has hung up')
    else if (problem.status >= 500 && !isExpected(problem, request))
      request.log.error({ err: error }, problem.code)
    reply.code(problem.status).headers({ ...problem.extras.headers, 'x-request-id': request.id })
    // Fastify closes the connection of a body that is not read on; HTTP/2 closes streams.
    if (request.raw.httpVersionMajor === 2) reply.removeHeader('connection')
    const { type, body } =
      showErrors && wantsPage(request) ? pageOf(problem, reply) : replyOf(problem, request)
    if (problem.code === 'unforeseen') return sendPastHooks(reply, type, body)
    return reply.type(type).send(body)
  }

/** Whoever hangs up ends the scope of the request, and the handler may go on with it. */
const hasHungUp = (error: unknown, reply: FastifyReply) =>
  error instanceof ScopeEnded && isClosed(reply)

const asItIs: Translate = (problem) => problem

function replyOf(problem: Problem, { id, server, url }: FastifyRequest) {
  const { type, body } = server.replyShapes.of(url).problem
  return { type: `${type}; charset=utf-8`, body: JSON.stringify(body(problem, id)) }
}

function pageOf(problem: Problem, reply: FastifyReply) {
  const { id, method, url } = reply.request
  const nonce = allowPage(reply)
  return { type: 'text/html; charset=utf-8', body: errorPage(problem, { id, method, url, nonce }) }
}

/** What describes a body that is not sent any more. */
const stale = ['content-encoding', 'etag', 'last-modified', 'cache-control']

/** A hook may be what failed: where it failed again, Fastify itself would tell the caller its words. */
function sendPastHooks(reply: FastifyReply, type: string, body: string) {
  reply.hijack()
  if (reply.raw.headersSent) return void reply.raw.destroy()
  for (const name of stale) reply.removeHeader(name)
  reply.headers({ 'content-type': type, 'content-length': Buffer.byteLength(body) })
  reply.raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders)
  reply.raw.end(reply.request.method === 'HEAD' ? undefined : body)
}

/** Browsers name HTML first; what also takes it and asks for something else gets that. */
const wantsPage = ({ headers }: FastifyRequest) =>
  headers.accept?.split(',', 1)[0]?.startsWith('text/html') ?? false

function toProblem(error: unknown, request: FastifyRequest) {
  if (error instanceof Problem) return error
  const asked = { isByPath: isByPath(request) }
  for (const read of errorReaders) {
    const problem = read(error, asked)
    if (problem) return problem
  }
  return fastifyProblem(error)
}

/** Whether the path alone says what is asked for: `GET /invoices/1`. */
const isByPath = ({ body, params }: FastifyRequest) =>
  (body ?? undefined) === undefined && Object.keys(params ?? {}).length > 0

/** Only what is Fastify's own: a library that a handler calls may throw with a status as well. */
function fastifyProblem(error: unknown) {
  if (!(error instanceof Error)) return undefined
  const { statusCode = 500, code = '' } = error as Partial<FastifyError>
  if (Object.hasOwn(known, code)) return known[code]?.()
  if (!code.startsWith('FST_') || statusCode < 400 || statusCode > 499) return undefined
  if (statusCode === 400) return badRequest(error.message)
  return new Problem(statusCode, 'refused', error.message)
}

const unforeseenProblem = (cause: unknown, shown: string | false) =>
  unforeseen(shown || 'The server could not complete the request.', { cause })
