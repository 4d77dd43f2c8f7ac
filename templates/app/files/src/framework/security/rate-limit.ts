import type { FastifyReply, FastifyRequest } from 'fastify'

import { isRead } from '../http/is-read.ts'
import { type Actor, actorOf } from './actor.ts'
import { answerTaken, toldAs, type ToldLimit } from './rate-limit-answer.ts'
import { type By, rateLimitKey } from './rate-limit-key.ts'
import type { Limit, RateLimitStore, Taken } from './rate-limit-store.ts'

type Quota = Pick<Limit, 'quota' | 'window'>

/** A number, or who may ask how often: `quota: (_, actor) => tiers[tierOf(actor)]`. Infinity: no limit. */
type QuotaOf = number | ((request: FastifyRequest, actor: Actor) => number)

/** What a route takes: unless said otherwise, so many in any window from one address. */
export type RouteLimit = Omit<Quota & Partial<Limit>, 'quota'> & { quota: QuotaOf; by?: By }

/** What one address may ask of the app. A quota of 0 is no limit. Writes cost more and do more harm. */
export type RateLimitSettings = { reads: Quota; writes: Quota }

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Holds instead of the limits of the app; false: none. */
    rateLimit?: RouteLimit | RouteLimit[] | false
  }
}

/** Changes limits while the app runs, for all who share one or for one of them by its key. */
export type LimitRules = { standing(limit: ToldLimit, key: string): ToldLimit }

type ReadyLimit = { by: By; limitFor: (request: FastifyRequest) => ToldLimit }

/** Early ones need the address only, so that a flood costs little; late ones may ask for the actor. */
type Plan = { early: ReadyLimit[]; late: ReadyLimit[] }

/** Counts requests; `limitEarly` and `limitLate` stand before and after the actor is known. */
export function createRateLimits(
  settings: RateLimitSettings,
  store: RateLimitStore,
  rules?: LimitRules,
) {
  const planOf = createPlans(settings)
  // Most apps have no late limit; then nobody looks for one.
  let hasLate = false

  return {
    limitEarly(request: FastifyRequest, reply: FastifyReply, done: Done) {
      const { early, late } = planOf(request)
      if (late.length > 0) hasLate = true
      countNext({ request, reply, done, limits: early, store, rules })
    },

    limitLate(request: FastifyRequest, reply: FastifyReply, done: Done) {
      if (!hasLate) return done()
      countNext({ request, reply, done, limits: planOf(request).late, store, rules })
    },
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

function planFor(limits: RouteLimit[], name: string): Plan {
  const plan: Plan = { early: [], late: [] }
  for (const { by = 'ip', quota, ...rest } of limits) {
    const told = toldByQuota({ name, algorithm: 'sliding-window', ...rest })
    const isEarly = typeof quota === 'number' && (by === 'ip' || by === 'route')
    const always = typeof quota === 'number' ? told(quota) : undefined
    const limitFor = (request: FastifyRequest) =>
      always ?? told(typeof quota === 'number' ? quota : quota(request, actorOf(request)))
    plan[isEarly ? 'early' : 'late'].push({ by, limitFor })
  }
  return plan
}

/** There are few quotas, and how each is told is made once. */
function toldByQuota(limit: Omit<Limit, 'quota'>) {
  const known = new Map<number, ToldLimit>()
  return (quota: number) => {
    const told = known.get(quota)
    if (told) return told
    const made = { ...limit, quota, ...toldAs({ ...limit, quota }) }
    known.set(quota, made)
    return made
  }
}

type Done = (refusal?: Error) => void

type Counting = {
  request: FastifyRequest
  reply: FastifyReply
  done: Done
  limits: ReadyLimit[]
  store: RateLimitStore
  rules: LimitRules | undefined
}

/** No promise where the store has none: this runs for every request. */
function countNext(counting: Counting, index = 0) {
  const { request, reply, done, limits, store, rules } = counting
  const next = limits[index]
  if (!next) return done()
  const usual = next.limitFor(request)
  const key = rateLimitKey(next.by, request)
  const limit = rules ? rules.standing(usual, key) : usual
  if (limit.quota === Infinity) return countNext(counting, index + 1)

  const goOn = (taken: Taken) => {
    const refusal = answerTaken(reply, limit, taken)
    if (refusal) return done(refusal)
    countNext(counting, index + 1)
  }
  const taken = store.take(`${limit.name} ${key}`, limit)
  if (!(taken instanceof Promise)) return goOn(taken)
  taken
    .then(goOn, (error: unknown) => {
      // A store that is away takes the limits with it, not the app.
      request.log.error({ err: error }, 'rate-limit-store-away')
      countNext(counting, index + 1)
    })
    // The quota of the next limit may be what fails: nobody else would hear of it.
    .catch(done)
}
