import type { FastifyReply, FastifyRequest } from 'fastify'

import { forbidden } from '../http/problem.ts'
import { matchAddresses } from './addresses.ts'

export type IpRules = { allow: string[]; deny: string[] }

/** Refuses who is denied and, where somebody is allowed by name, everybody else; undefined: nobody. */
export function createIpCheck({ allow, deny }: IpRules) {
  if (allow.length === 0 && deny.length === 0) return undefined
  const isDenied = matchAddresses(deny)
  const isAllowed = allow.length === 0 ? () => true : matchAddresses(allow)

  return ({ ip }: FastifyRequest, _: FastifyReply, done: (refusal?: Error) => void) => {
    if (!isDenied(ip) && isAllowed(ip)) return done()
    done(forbidden('Requests from this address are not taken.'))
  }
}
