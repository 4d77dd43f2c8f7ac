import type { FastifyInstance, onRequestHookHandler } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { choicesIn, weightOf } from './accepted.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types that a route answers with; JSON where it does not say, none where that depends. */
    produces?: readonly string[]
  }
}

const json = ['application/json']

/**
 * Refuses what a route could not answer in a form that the caller takes, before anything is done.
 * The refusal itself is a problem+json: RFC 9110 allows it, and nothing else would say why.
 */
export function refuseUnacceptable(http: FastifyInstance) {
  http.addHook('onRoute', (route) => {
    const produces = route.config?.produces ?? json
    if (produces.length === 0) return
    route.onRequest = [refuseOthers(produces), ...[route.onRequest ?? []].flat()]
  })
}

function refuseOthers(produces: readonly string[]): onRequestHookHandler {
  const refusal = { produces: produces.join(' or ') }

  return ({ headers: { accept } }, _, done) => {
    if (accept === undefined || accept === '*/*' || accept === produces[0]) return done()
    const choices = choicesIn(accept)
    if (produces.some((type) => weightOf(type, choices) > 0)) return done()
    done(frameworkProblems.notAcceptable(refusal))
  }
}
