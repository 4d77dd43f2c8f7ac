import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import Fastify, {
  type FastifyBaseLogger,
  type FastifyHttpOptions,
  type FastifyInstance,
  LogController,
} from 'fastify'

import type { Translate } from '../errors/problem.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { scopeRequests } from '../lifecycle/request-scope.ts'
import { logRequests, type RequestLines } from '../log/log-requests.ts'
import { createGuard, type GuardNeeds, type SecuritySettings } from '../security/guard.ts'
import { trustedProxies } from '../security/proxies.ts'
import { answerClientError } from './client-error.ts'
import { compressReplies } from './compress.ts'
import { answerConditionally } from './conditional.ts'
import { drainOnClose } from './drain.ts'
import { createErrorHandler } from './error-handler.ts'
import { noteHooks } from './hook-levels.ts'
import { readJson } from './json-bodies.ts'
import { type MaintenanceSettings, restInMaintenance } from './maintenance.ts'
import { answerUnknownRoutes } from './method-not-allowed.ts'
import { refuseUnacceptable } from './negotiate.ts'
import { enforcePolicies } from './policy.ts'
import { limitQueries, type QueryLimits } from './query-limits.ts'
import { keepReplyShapes } from './reply-shape.ts'
import { requestId } from './request-id.ts'
import { listRoutes } from './route-list.ts'
import { type LoadLimits, shedLoad } from './shed-load.ts'
import { buildUrls } from './url-for.ts'
import { readWithZod, type ZodTypes } from './zod-schemas.ts'

export type Http = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypes
>

/** What makes the server that listens, and whether that is one by TLS. */
export type Transport = Pick<FastifyHttpOptions<Server>, 'serverFactory'> & { https: true }

export type HttpNeeds = GuardNeeds & {
  log: FastifyBaseLogger
  lifecycle: Lifecycle
  /** Without one, the server speaks HTTP/1.1 in the clear. */
  transport?: Transport | undefined
  /** Without it, problems are told in English. */
  translate?: Translate | undefined
}

export type HttpSettings = {
  bodyLimit: number
  queryLimits: QueryLimits
  requestTimeout: number
  headersTimeout: number
  keepAliveTimeout: number
  /** How long a connection may stand still while a request is under way. */
  idleTimeout: number
  drainTimeout: number
  logRequests: RequestLines
  load: LoadLimits
  maintenance: MaintenanceSettings
  compress: { threshold: number }
  /** Hold replies against their schemas. */
  checkReplies: boolean
  /** Tell the caller the text of an unforeseen error. */
  showErrors: boolean
  /** Takes the values of secret settings out of that text. */
  redact: (text: string) => string
  allowOpenWrites: boolean
  /** Note where each route is written. */
  notePlaces: boolean
  security: SecuritySettings
}

/** An HTTP server without routes: limits, request ids, zod, problems, policies, log and drain. */
export function createHttp(settings: HttpSettings, needs: HttpNeeds): Http {
  const handleError = createErrorHandler({ ...settings, translate: needs.translate })
  const guard = createGuard(settings.security, needs)
  const { bodyLimit, requestTimeout, headersTimeout, keepAliveTimeout } = settings
  const isSilent = needs.log.level === 'silent'
  const http = Fastify({
    ...needs.transport,
    bodyLimit,
    requestTimeout,
    keepAliveTimeout,
    connectionTimeout: settings.idleTimeout,
    http: {
      headersTimeout,
      // Node looks for requests that take too long only so often.
      connectionsCheckingInterval: headersTimeout / 5,
      // The guard refuses them, with a problem.
      requireHostHeader: false,
    },
    trustProxy: trustedProxies(settings.security.trustedProxies),
    // Without a logger, no request pays for one.
    ...(!isSilent && { loggerInstance: needs.log }),
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: requestId,
    return503OnClosing: false,
    frameworkErrors(error, request, reply) {
      guard.secure(request, reply)
      guard.beforeRefusal(request, reply, (refusal = error) => handleError(refusal, request, reply))
    },
    clientErrorHandler: (error, socket) =>
      answerClientError(error, socket, http.replyShapes.of('')),
  }).withTypeProvider<ZodTypes>()

  keepReplyShapes(http)
  readJson(http)
  http.setErrorHandler(handleError)
  http.addHook('onRequest', (request, reply, done) => {
    guard.secure(request, reply).header('x-request-id', request.id)
    done()
  })
  scopeRequests(http, needs)
  listRoutes(http, settings)
  if (!isSilent) logRequests(http, settings.logRequests)
  drainOnClose(http, needs.lifecycle, settings.drainTimeout)
  shedLoad(http, settings.load)
  restInMaintenance(http, settings.maintenance)
  guard.beforeRouting(http)
  limitQueries(http, settings.queryLimits)
  answerUnknownRoutes(http)
  guard.beforeRoutes(http)
  enforcePolicies(http, settings)
  refuseUnacceptable(http)
  readWithZod(http, settings)
  answerConditionally(http)
  compressReplies(http, settings.compress)
  buildUrls(http)
  noteHooks(http)
  return http
}
