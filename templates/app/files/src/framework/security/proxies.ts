import type { FastifyInstance } from 'fastify'

import { matchAddresses } from './addresses.ts'

/**
 * What Fastify is to believe of `X-Forwarded-*`: nothing, or what these proxies say. The address of a
 * request is then the last one that none of them has, so what a caller writes there itself never counts.
 */
export const trustedProxies = (addresses: string[]) =>
  addresses.length === 0 ? false : matchAddresses(addresses)

/** Behind a proxy that nobody has named, all callers have its address, and share what one may ask. */
export function warnOfUnknownProxy(http: FastifyInstance, addresses: string[]) {
  if (addresses.length > 0) return
  let isWarned = false
  http.addHook('onRequest', (request, _, done) => {
    if (!isWarned && request.headers['x-forwarded-for'] !== undefined) {
      isWarned = true
      const says = 'X-Forwarded-For does not count: if a proxy sent it, set TRUSTED_PROXIES'
      request.log.warn({ address: request.ip }, says)
    }
    done()
  })
}
