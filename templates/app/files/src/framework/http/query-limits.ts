import type { FastifyInstance } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'

const { badRequest, queryTooLong } = frameworkProblems

export type QueryLimits = { length: number; parameters: number }

/** Refuses queries that are longer, or say more, than any route of the app asks for. */
export function limitQueries(http: FastifyInstance, limits: QueryLimits) {
  http.addHook('onRequest', ({ url }, _, done) => {
    const start = url.indexOf('?')
    if (start === -1) return done()
    if (url.length - start > limits.length) return done(queryTooLong(limits))
    if (hasMore(url, start, limits.parameters)) {
      return done(
        badRequest(`The query of the request has more than ${limits.parameters} parameters.`),
      )
    }
    done()
  })
}

function hasMore(url: string, start: number, parameters: number) {
  let found = 1
  for (let at = url.indexOf('&', start); at !== -1; at = url.indexOf('&', at + 1)) {
    found += 1
    if (found > parameters) return true
  }
  return false
}
