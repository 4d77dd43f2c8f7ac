import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

import { actorOf } from './actor.ts'
import { networkOf } from './addresses.ts'
import { answerTaken, toldAs, type ToldLimit } from './rate-limit-answer.ts'
import type { Limit, RateLimitStore, Taken } from './rate-limit-store.ts'

/**
 * Who shares a quota: callers of one address, one user or API key (an address where it is anonymous),
 * everybody who uses the route, or those for whom the function answers the same.
 */
type By = 'ip' | 'actor' | 'route' | ((request: FastifyRequest) => string)

type Quota = Pick<Limit, 'quota' | 'window'>

/** What a route takes: unless said otherwise, so many in any window from one address. */
export type RouteLimit = Quota & Partial<Limit> & { by?: By }

/** What one address may ask of the app. A quota of 0 is no limit. Writes cost more and do more harm. */
export type RateLimitSettings = { reads: Quota; writes: Quota }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Holds instead of the limits of the app; false: none. */
    rateLimit?: RouteLimit | RouteLimit[] | false
  }
}

type ReadyLimit = ToldLimit & { by: By }

/** Early ones need the address only, so that a flood costs little; late ones may ask for the actor. */
type Plan = { early: ReadyLimit[]; late: ReadyLimit[] }

/** Counts requests; `limitEarly` and `limitLate` stand before and after the actor is known. */
export function createRateLimits(settings: RateLimitSettings, store: RateLimitStore) {
  const planOf = createPlans(settings)
  // Most apps have no late limit; then nobody looks for one.
  let hasLate = false

  return {
    limitEarly: (http: FastifyInstance) =>
      http.addHook('onRequest', (request, reply, done) => {
        const { early, late } = planOf(request)
        if (late.length > 0) hasLate = true
        countNext({ request, reply, done, limits: early, store })
      }),

    limitLate: (http: FastifyInstance) =>
      http.addHook('onRequest', (request, reply, done) => {
        if (!hasLate) return done()
        countNext({ request, reply, done, limits: planOf(request).late, store })
      }),
  }
}

function createPlans({ reads, writes }: RateLimitSettings) {
  const ofRoutes = new WeakMap<object, Plan>()
  const forReads = planFor(reads.quota > 0 ? [{ name: 'reads', ...reads }] : [], 'reads')
  const forWrites = planFor(writes.quota > 0 ? [{ name: 'writes', ...writes }] : [], 'writes')

  return ({ method, routeOptions: { config } }: FastifyRequest) => {
    const { rateLimit, url } = config
    if (rateLimit === undefined) return isRead(method) ? forReads : forWrites
    const known = ofRoutes.get(config)
    if (known) return known
    const name = `${method === 'HEAD' ? 'GET' : method} ${url}`
    const plan = planFor(rateLimit === false ? [] : [rateLimit].flat(), name)
    ofRoutes.set(config, plan)
    return plan
  }
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS'

function planFor(limits: RouteLimit[], name: string): Plan {
  const ready = limits.map((each): ReadyLimit => {
    const limit = { name, algorithm: 'sliding-window', by: 'ip', ...each } as const
    return { ...limit, ...toldAs(limit) }
  })
  const isEarly = ({ by }: ReadyLimit) => by === 'ip' || by === 'route'
  return { early: ready.filter(isEarly), late: ready.filter((each) => !isEarly(each)) }
}

type Counting = {
  request: FastifyRequest
  reply: FastifyReply
  done: (error?: Error) => void
  limits: ReadyLimit[]
  store: RateLimitStore
}

/** No promise where the store has none: this runs for every request. */
function countNext(counting: Counting, index = 0) {
  const { request, reply, done, limits, store } = counting
  const limit = limits[index]
  if (!limit) return done()

  const goOn = (taken: Taken) => {
    const refusal = answerTaken(reply, limit, taken)
    if (refusal) return done(refusal)
    countNext(counting, index + 1)
  }
  const taken = store.take(`${limit.name} ${keyOf(limit, request)}`, limit)
  if (!(taken instanceof Promise)) return goOn(taken)
  taken.then(goOn, (error: unknown) => {
    // A store that is away takes the limits with it, not the app.
    request.log.error({ err: error }, 'rate-limit-store-away')
    countNext(counting, index + 1)
  })
}

function keyOf({ by }: ReadyLimit, request: FastifyRequest) {
  if (by === 'route') return ''
  if (typeof by === 'function') return by(request)
  const actor = by === 'actor' ? actorOf(request) : undefined
  if (actor && actor.kind !== 'anonymous') return `${actor.kind} ${actor.id}`
  return `ip ${networkOf(request.ip)}`
}
