import type { FastifyRequest } from 'fastify'

import { actorOf } from './actor.ts'
import { networkOf } from './addresses.ts'

/**
 * Who shares a quota: callers of one address, one user or API key (an address where it is anonymous),
 * everybody who uses the route, or those for whom the function answers the same.
 */
export type By = 'ip' | 'actor' | 'route' | ((request: FastifyRequest) => string)

/** What the requests have in common that are counted together. */
export function rateLimitKey(by: By, request: FastifyRequest) {
  if (by === 'route') return ''
  if (typeof by === 'function') return by(request)
  const actor = by === 'actor' ? actorOf(request) : undefined
  if (actor && actor.kind !== 'anonymous') return `${actor.kind} ${actor.id}`
  return `ip ${networkOf(request.ip)}`
}
