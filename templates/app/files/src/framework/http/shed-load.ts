import type { FastifyInstance } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { watchLoopDelay } from '../health/loop-delay.ts'

export type LoadLimits = {
  /** Under way at once: what comes on top would only wait, and make the others wait. */
  requests: number
  /** How late the event loop may be, in milliseconds; at twice that, nothing is taken any more. */
  delay: number
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Requests under way, and how late the event loop is in milliseconds. */
    load: { readonly requests: number; readonly delay: number }
  }
}

/**
 * Answers 503 at once to what is more than the process can do, so that the rest is still answered in
 * time. Health is always answered. The loop is watched from when the app listens.
 */
export function shedLoad(http: FastifyInstance, limits: LoadLimits) {
  const loop = watchLoopDelay()
  let requests = 0
  const left = () => void (requests -= 1)
  const isTooMuch = () => requests > limits.requests || isTooLate(loop.delay, limits.delay)

  http.decorate('load', {
    get requests() {
      return requests
    },
    get delay() {
      return loop.delay
    },
  })
  http.addHook('onListen', async () => loop.start())
  http.addHook('onClose', async () => loop.stop())

  http.addHook('onRequest', (request, reply, done) => {
    requests += 1
    // Unlike the hook onResponse, this also happens when the caller hangs up.
    reply.raw.once('close', left)
    if (!isTooMuch() || request.url.startsWith('/health/')) return done()
    done(frameworkProblems.overloaded())
  })
}

/** Ever more requests are refused as the delay goes from once to twice the limit: no app swings between all and none. */
const isTooLate = (delay: number, limit: number) =>
  delay > limit && Math.random() < (delay - limit) / limit
