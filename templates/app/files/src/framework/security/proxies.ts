import { matchAddresses } from './addresses.ts'

/**
 * What Fastify is to believe of `X-Forwarded-*`: nothing, or what these proxies say. The address of a
 * request is then the last one that none of them has, so what a caller writes there itself never counts.
 */
export const trustedProxies = (addresses: string[]) =>
  addresses.length === 0 ? false : matchAddresses(addresses)
