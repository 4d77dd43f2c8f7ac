import { stat } from 'node:fs/promises'

import type { FastifyInstance } from 'fastify'

import { frameworkProblems } from '../errors/framework-problems.ts'
import { asksForHealth } from './asks-for-health.ts'

export type MaintenanceSettings = {
  /** From the start, whatever the file says. */
  on: boolean
  /** While there is such a file, the app rests; seen within a second, by every process that serves. */
  file: string
  retryAfter: number
}

/** Answers 503 to everything but health while somebody works on what the app stands on. */
export function restInMaintenance(http: FastifyInstance, settings: MaintenanceSettings) {
  const { file, retryAfter } = settings
  let { on } = settings

  http.addHook('onRequest', (request, _, done) => {
    if (!on || asksForHealth(request)) return done()
    done(frameworkProblems.maintenance({ headers: { 'retry-after': `${retryAfter}` } }))
  })
  if (on) return

  const look = async () => {
    on = await stat(file).then(Boolean, () => false)
  }
  http.addHook('onReady', async () => {
    await look()
    const looking = setInterval(look, 1000).unref()
    http.addHook('onClose', async () => clearInterval(looking))
  })
}
