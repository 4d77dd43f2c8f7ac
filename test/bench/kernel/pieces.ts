import type { Change } from './made-apps.ts'

const server = (from: string, to = ''): Change => ({
  path: 'src/framework/http/server.ts',
  from,
  to,
})
const guard = (from: string, to = ''): Change => ({
  path: 'src/framework/security/guard.ts',
  from,
  to,
})

/** Each piece of the framework and what has to go for an app without it. */
export const pieces: Record<string, Change[]> = {
  'security headers': [server('guard.secure(request, reply).header(', 'reply.header(')],
  'request id in answers': [server(`.header('x-request-id', request.id)`)],
  'request id': [server('genReqId: requestId', `genReqId: () => '1'`)],
  'scope of a request': [server('  scopeRequests(http, needs)\n')],
  'log line': [server('  if (!isSilent) logRequests(http, settings.logRequests)\n')],
  drain: [server('  drainOnClose(http, needs.lifecycle, settings.drainTimeout)\n')],
  'load shedding': [server('  shedLoad(http, settings.load)\n')],
  maintenance: [server('  restInMaintenance(http, settings.maintenance)\n')],
  'warning of unknown proxies': [
    guard('      warnOfUnknownProxy(http, settings.trustedProxies)\n'),
  ],
  'malformed requests': [guard('      refuseMalformedRequests(http)\n')],
  'rate limit': [
    guard("      if (behaviour.guarded) http.addHook('onRequest', limits.limitEarly)\n"),
  ],
  'query limits': [server('  limitQueries(http, settings.queryLimits)\n')],
  '404, 405 and OPTIONS': [server('  answerUnknownRoutes(http)\n')],
  negotiation: [server('  refuseUnacceptable(http)\n')],
  compression: [server('  compressReplies(http, settings.compress)\n')],
}
