import type { FastifyInstance, FastifyReply } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { watchLoopDelay } from '../health/loop-delay.ts'
import { asksForHealth } from './asks-for-health.ts'

export type LoadLimits = {
  /** Under way at once: what comes on top would only wait, and make the others wait. */
  requests: number
  /** How long a request may wait until the event loop comes to it, in milliseconds. */
  wait: number
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Requests under way, and how late the event loop is in milliseconds. */
    load: {
      readonly requests: number
      readonly delay: number
      /** Counts a request no more that stays open and has nothing left to do, as streams do. */
      release(reply: FastifyReply): void
    }
  }
}

/**
 * Answers 503 to what is more than the process can do, so that the rest is still answered in time.
 * Health is always answered. Requests wait for each other from when the app listens.
 */
export function shedLoad(http: FastifyInstance, limits: LoadLimits) {
  const loop = watchLoopDelay()
  let requests = 0
  const left = () => void (requests -= 1)
  const inTurn = takeTurns(limits.wait)
  let isListening = false

  http.decorate('load', {
    get requests() {
      return requests
    },
    get delay() {
      return loop.delay
    },
    release({ raw }: FastifyReply) {
      if (!raw.listeners('close').includes(left)) return
      raw.off('close', left)
      left()
    },
  })
  http.addHook('onListen', async () => {
    isListening = true
    loop.start()
  })
  http.addHook('onClose', async () => loop.stop())

  http.addHook('onRequest', (request, reply, done) => {
    requests += 1
    // Unlike the hook onResponse, this also happens when the caller hangs up.
    reply.raw.on('close', left)
    if (asksForHealth(request)) return done()
    if (requests > limits.requests) return done(frameworkProblems.overloaded())
    if (!isListening) return done()
    inTurn(done)
  })
}

type Enter = (refusal?: Error) => void

/** So many milliseconds requests are taken one after the other, then connections are looked at again. */
const SLICE = 5
const CALM = 1000

/**
 * Of all that has arrived at once, only so much is taken before new connections and requests are looked
 * at: the event loop accepts one connection each time. The rest waits in its order, and who has waited
 * for too long is refused. Until that has not happened for a second, a request may wait for a tenth of
 * the limit only: under load, who is refused is refused soon.
 */
function takeTurns(limit: number) {
  const waiting: { since: number; enter: Enter }[] = []
  let began = 0
  let strictUntil = 0

  function isTooLate(since: number, now: number) {
    if (now - since <= (now < strictUntil ? limit / 10 : limit)) return false
    strictUntil = now + CALM
    return true
  }

  function takeNext() {
    began = performance.now()
    for (let now = began; now - began < SLICE; now = performance.now()) {
      const next = waiting.shift()
      if (!next) break
      next.enter(isTooLate(next.since, now) ? frameworkProblems.overloaded() : undefined)
    }
    if (waiting.length > 0) setImmediate(takeNext)
    else began = 0
  }

  return (enter: Enter) => {
    const now = performance.now()
    if (began === 0) {
      began = now
      setImmediate(takeNext)
    }
    if (waiting.length === 0 && now - began < SLICE) enter()
    else waiting.push({ since: now, enter })
  }
}
