import { randomUUID } from 'node:crypto'

import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController } from 'fastify'

import { fastifyRoutes } from './fastify-routes.js'

/**
 * What teams put into a Fastify app to have what a made app has: headers, CORS that is closed, limits
 * by address and request ids. LOG says what is logged: nothing, one line a request, or Fastify's own two.
 */
const { LOG = 'none' } = process.env
const http = Fastify({
  logger: LOG !== 'none',
  logController: new LogController({ disableRequestLogging: LOG === 'one' }),
  genReqId: () => randomUUID(),
})
await http.register(helmet)
await http.register(cors, { origin: false })
await http.register(rateLimit, { max: 1_000_000_000, timeWindow: '1 minute' })
http.addHook('onRequest', async (request, reply) => {
  reply.header('x-request-id', request.id)
})
if (LOG === 'one') {
  http.addHook('onResponse', async ({ method, url, log }, { statusCode, elapsedTime }) => {
    log.info({ method, path: url, status: statusCode, milliseconds: elapsedTime }, 'request')
  })
}
http.register(fastifyRoutes)
await http.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
