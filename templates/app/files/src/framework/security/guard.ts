import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { behaviour } from '../behaviour.ts'
import type { Clock } from '../clock/clock.ts'
import type { Crew } from '../workers/crew.ts'
import { type Identify, identifyActors } from './actor.ts'
import { allowOrigins, type CorsSettings } from './cors.ts'
import { createCrewRateLimitStore } from './crew-rate-limit-store.ts'
import { type CsrfSettings, guardAgainstForgery } from './csrf.ts'
import { createSecurityHeaders, type HeaderSettings } from './headers.ts'
import { createIpCheck, type IpRules } from './ip-rules.ts'
import { refuseMalformedRequests } from './malformed-requests.ts'
import { createMemoryRateLimitStore } from './memory-rate-limit-store.ts'
import { warnOfUnknownProxy } from './proxies.ts'
import { createRateLimits, type LimitRules, type RateLimitSettings } from './rate-limit.ts'
import type { RateLimitStore } from './rate-limit-store.ts'

export type SecuritySettings = {
  /** Whose `X-Forwarded-*` headers are believed. */
  trustedProxies: string[]
  ip: IpRules
  headers: HeaderSettings
  cors: CorsSettings
  rateLimit: RateLimitSettings & { keys: number }
  csrf: CsrfSettings
}

export type GuardNeeds = {
  clock: Clock
  /** Who makes a request; without it, everybody is anonymous. */
  identify?: Identify
  /** Where requests are counted; without it in memory, by all workers of a crew together. */
  rateLimitStore?: RateLimitStore
  crew?: Crew | undefined
  /** What has become of limits while the app runs. */
  limitRules?: LimitRules
}

/** What stands between a request and the routes, in the order in which a request meets it. */
export function createGuard(settings: SecuritySettings, needs: GuardNeeds) {
  const store = needs.rateLimitStore ?? storeInMemory(settings, needs)
  const limits = createRateLimits(settings.rateLimit, store, needs.limitRules)
  const checkIp = createIpCheck(settings.ip)

  return {
    /** Gives an answer its headers, whoever answers. */
    secure: behaviour.guarded ? createSecurityHeaders(settings.headers) : asItIs,

    /** The same for a request that has no path to find a route by, and so meets no hooks. */
    beforeRefusal(request: FastifyRequest, reply: FastifyReply, done: (refusal?: Error) => void) {
      const count = () => (behaviour.guarded ? limits.limitEarly(request, reply, done) : done())
      if (!checkIp) return count()
      checkIp(request, reply, (refusal) => (refusal ? done(refusal) : count()))
    },

    beforeRouting(http: FastifyInstance) {
      warnOfUnknownProxy(http, settings.trustedProxies)
      if (checkIp) http.addHook('onRequest', checkIp)
      refuseMalformedRequests(http)
      allowOrigins(http, settings.cors)
      if (behaviour.guarded) http.addHook('onRequest', limits.limitEarly)
    },

    beforeRoutes(http: FastifyInstance) {
      identifyActors(http, needs.identify)
      http.addHook('onRequest', limits.limitLate)
      guardAgainstForgery(http, settings, needs)
    },
  }
}

const storeInMemory = ({ rateLimit: { keys } }: SecuritySettings, { crew, clock }: GuardNeeds) =>
  crew ? createCrewRateLimitStore({ crew, clock }) : createMemoryRateLimitStore({ keys, clock })

const asItIs = (_: FastifyRequest, reply: FastifyReply) => reply
