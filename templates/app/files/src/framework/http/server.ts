import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'

import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { logRequests } from '../log/log-requests.ts'
import { answerClientError } from './client-error.ts'
import { drainOnClose } from './drain.ts'
import { createErrorHandler } from './error-handler.ts'
import { answerUnknownRoutes } from './method-not-allowed.ts'
import { enforcePolicies } from './policy.ts'
import { readWithZod, type ZodTypes } from './zod-schemas.ts'

export type Http = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypes
>

type Needs = { log: FastifyBaseLogger; lifecycle: Lifecycle }

export type HttpSettings = {
  bodyLimit: number
  requestTimeout: number
  headersTimeout: number
  keepAliveTimeout: number
  drainTimeout: number
  /** Hold replies against their schemas. */
  checkReplies: boolean
  /** Tell the caller the text of an unforeseen error. */
  showErrors: boolean
  allowOpenWrites: boolean
}

/** An HTTP server without routes: limits, request ids, zod, problems, policies, log and drain. */
export function createHttp(settings: HttpSettings, needs: Needs): Http {
  const handleError = createErrorHandler(settings)
  const { bodyLimit, requestTimeout, headersTimeout, keepAliveTimeout } = settings
  const http = Fastify({
    bodyLimit,
    requestTimeout,
    keepAliveTimeout,
    http: { headersTimeout },
    loggerInstance: needs.log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: requestId,
    return503OnClosing: false,
    frameworkErrors: handleError,
    clientErrorHandler: answerClientError,
  }).withTypeProvider<ZodTypes>()

  http.removeContentTypeParser('text/plain')
  http.setErrorHandler(handleError)
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  logRequests(http)
  drainOnClose(http, needs.lifecycle, settings.drainTimeout)
  answerUnknownRoutes(http)
  enforcePolicies(http, settings)
  readWithZod(http, settings)
  return http
}

/** The id that a proxy gave the request, when it looks like one. */
function requestId({ headers }: IncomingMessage) {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID()
}
