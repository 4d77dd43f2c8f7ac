import type { FastifyInstance, FastifyReply } from 'fastify'

import { pathOf } from '../http/path-of.ts'

export type RequestLines = {
  /** How many of the ordinary requests are logged: 0.01 is one of a hundred. */
  share: number
  /** From how many milliseconds on a request is not ordinary. */
  slow: number
}

const watched = new Set(['debug', 'trace'])

/**
 * One line a request, without query and body: they may hold what nobody should read in a log. Where
 * only a share is logged, what fails or is slow is logged all the same, and so is everything at debug.
 */
export function logRequests(http: FastifyInstance, { share, slow }: RequestLines) {
  const isOrdinary = ({ statusCode, elapsedTime }: FastifyReply) =>
    statusCode < 400 && elapsedTime < slow

  http.addHook('onResponse', (request, reply, done) => {
    const { log } = request
    const isSampled = share < 1 && isOrdinary(reply) && !watched.has(log.level)
    if (isSampled && Math.random() >= share) return done()
    log.info(
      {
        method: request.method,
        path: pathOf(request.url),
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
        // Who counts lines can tell how many requests this one stands for.
        share: isSampled ? share : undefined,
      },
      'request',
    )
    done()
  })
}
