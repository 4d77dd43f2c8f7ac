import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'

import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { logRequests } from '../log/log-requests.ts'
import { createGuard, type GuardNeeds, type SecuritySettings } from '../security/guard.ts'
import { trustedProxies } from '../security/proxies.ts'
import { answerClientError } from './client-error.ts'
import { drainOnClose } from './drain.ts'
import { createErrorHandler } from './error-handler.ts'
import { noteHooks } from './hook-levels.ts'
import { answerUnknownRoutes } from './method-not-allowed.ts'
import { enforcePolicies } from './policy.ts'
import { listRoutes } from './route-list.ts'
import { buildUrls } from './url-for.ts'
import { readWithZod, type ZodTypes } from './zod-schemas.ts'

export type Http = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypes
>

export type HttpNeeds = GuardNeeds & { log: FastifyBaseLogger; lifecycle: Lifecycle }

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
  /** Note where each route is written. */
  notePlaces: boolean
  security: SecuritySettings
}

/** An HTTP server without routes: limits, request ids, zod, problems, policies, log and drain. */
export function createHttp(settings: HttpSettings, needs: HttpNeeds): Http {
  const handleError = createErrorHandler(settings)
  const guard = createGuard(settings.security, needs)
  const { bodyLimit, requestTimeout, headersTimeout, keepAliveTimeout } = settings
  const http = Fastify({
    bodyLimit,
    requestTimeout,
    keepAliveTimeout,
    // Node looks for requests that take too long only so often.
    http: { headersTimeout, connectionsCheckingInterval: headersTimeout / 5 },
    trustProxy: trustedProxies(settings.security.trustedProxies),
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    loggerInstance: needs.log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: requestId,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) =>
      handleError(error, request, guard.secure(request, reply)),
    clientErrorHandler: answerClientError,
  }).withTypeProvider<ZodTypes>()

  http.removeContentTypeParser('text/plain')
  http.setErrorHandler(handleError)
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  listRoutes(http, settings)
  logRequests(http)
  drainOnClose(http, needs.lifecycle, settings.drainTimeout)
  guard.beforeRouting(http)
  answerUnknownRoutes(http)
  guard.beforeRoutes(http)
  enforcePolicies(http, settings)
  readWithZod(http, settings)
  buildUrls(http)
  noteHooks(http)
  return http
}

/** The id that a proxy gave the request, when it looks like one. */
function requestId({ headers }: IncomingMessage) {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : randomUUID()
}
