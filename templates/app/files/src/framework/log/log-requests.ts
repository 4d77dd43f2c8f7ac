import type { FastifyInstance } from 'fastify'

/** One line a request, without query and body: they may hold what nobody should read in a log. */
export function logRequests(http: FastifyInstance) {
  http.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        path: request.url.split('?', 1)[0],
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
    done()
  })
}
