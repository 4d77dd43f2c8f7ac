import type { FastifyInstance, FastifyRequest } from 'fastify'

import type { Clock } from '../clock/clock.ts'
import { frameworkProblems } from '../errors/framework-problems.ts'
import { isRead } from '../http/is-read.ts'
import { StartError } from '../lifecycle/start-error.ts'
import { actorOf, type Identify } from './actor.ts'
import type { CorsSettings } from './cors.ts'
import { createCsrfTokens } from './csrf-tokens.ts'

export type CsrfSettings = {
  /** Signs the tokens; the same in every process of the app. */
  key: string | undefined
  /** How long a token holds, in milliseconds. */
  lifetime: number
}

type Settings = { csrf: CsrfSettings; cors: CorsSettings }
type Needs = { clock: Clock; identify?: Identify }

declare module 'fastify' {
  interface FastifyInstance {
    /** What a page of this session sends as `x-csrf-token` with each write. */
    csrfToken(session: string): string
  }
}

const { forged } = frameworkProblems

/**
 * A write by a session, whose cookie a browser sends by itself, has to come from a page of ours and
 * carry a token of that session. It rests while no cookie identifies anybody.
 */
export function guardAgainstForgery(http: FastifyInstance, { csrf, cors }: Settings, needs: Needs) {
  if (!needs.identify) return
  const { key, lifetime } = csrf
  if (key === undefined) throw new StartError('APP_SECRET is not set, and sessions need it.')
  const tokens = createCsrfTokens({ key, lifetime, clock: needs.clock })
  const trusted = cors.credentials ? cors.origins : []
  http.decorate('csrfToken', tokens.issue)

  http.addHook('onRequest', (request, _, done) => {
    const session = subject(request)
    if (session === undefined || isRead(request.method)) return done()
    if (!isFromOurPage(request, trusted))
      return done(forged('It does not come from a page of ours.'))
    const token = request.headers['x-csrf-token']
    if (typeof token === 'string' && tokens.isValid(token, session)) return done()
    done(forged('Its header x-csrf-token does not hold a token of this session.'))
  })
}

/** The session that a cookie claims for the request. */
function subject(request: FastifyRequest) {
  const actor = actorOf(request)
  return actor.kind === 'key' ? undefined : actor.session
}

/** Browsers say with every write where it comes from; what does not say so is none of a page's. */
function isFromOurPage({ headers, protocol, host }: FastifyRequest, trusted: string[]) {
  const { origin, 'sec-fetch-site': site } = headers
  if (origin !== undefined && trusted.includes(origin)) return true
  if (site !== undefined) return site === 'same-origin' && origin !== 'null'
  return origin === `${protocol}://${host}`
}
