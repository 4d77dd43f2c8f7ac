import type { FastifyInstance, FastifyReply } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { watchLoopDelay } from '../health/loop-delay.ts'
import { asksForHealth } from './asks-for-health.ts'

export type LoadLimits = {
  /** Under way at once: what comes on top would only wait, and make the others wait. */
  requests: number
  /** How long one turn of the event loop may go on taking requests, in milliseconds. */
  turn: number
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
 * Answers 503 at once to what is more than the process can do, so that the rest is still answered in
 * time. Health is always answered. The event loop is watched from when the app listens.
 */
export function shedLoad(http: FastifyInstance, limits: LoadLimits) {
  const loop = watchLoopDelay()
  let requests = 0
  const left = () => void (requests -= 1)
  const isTurnOver = limitTurns(limits.turn)
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
    const isTooMuch = requests > limits.requests || (isListening && isTurnOver())
    if (!isTooMuch || asksForHealth(request)) return done()
    done(frameworkProblems.overloaded())
  })
}

const CALM = 1000

/**
 * All requests that have arrived are taken in one turn of the event loop, and the answers of each wait
 * for all: a turn that takes too long refuses the rest. Until that has not happened for a second, turns
 * may take a tenth only: what is refused under load has waited for one turn, and for the one before.
 */
function limitTurns(limit: number) {
  let began = 0
  let strictUntil = 0
  const endTurn = () => void (began = 0)

  return () => {
    const now = performance.now()
    if (began === 0) {
      began = now
      setImmediate(endTurn)
    }
    if (now - began <= (now < strictUntil ? limit / 10 : limit)) return false
    strictUntil = now + CALM
    return true
  }
}
