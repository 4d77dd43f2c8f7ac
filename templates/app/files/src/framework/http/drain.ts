import type { FastifyInstance } from 'fastify'

import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { asksForHealth } from './asks-for-health.ts'
import { unavailable } from './problem.ts'

/** Closing refuses new requests, lets those under way finish, and hangs up on what outlives the timeout. */
export function drainOnClose(http: FastifyInstance, lifecycle: Lifecycle, timeout: number) {
  http.addHook('onReady', async () => lifecycle.become('ready'))

  http.addHook('onRequest', (request, reply, done) => {
    // By the next connection, a caller reaches whoever takes the place of this process.
    if (lifecycle.state === 'leaving' && request.raw.httpVersionMajor === 1) {
      reply.header('connection', 'close')
    }
    if (lifecycle.state !== 'draining' || asksForHealth(request)) return done()
    done(unavailable('The server is shutting down.'))
  })

  let patience: NodeJS.Timeout | undefined
  http.addHook('preClose', async () => {
    lifecycle.become('draining')
    patience = setTimeout(() => http.server.closeAllConnections(), timeout).unref()
  })

  http.addHook('onClose', async () => {
    clearTimeout(patience)
    lifecycle.become('stopped')
  })
}
