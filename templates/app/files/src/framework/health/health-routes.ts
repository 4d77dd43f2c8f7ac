import { setTimeout as after } from 'node:timers/promises'

import { sql } from 'kysely'

import type { Database } from '../database/database.ts'
import { unavailable } from '../http/problem.ts'
import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'

type Needs = { database: Database; lifecycle: Lifecycle }

/** Whoever watches the app may ask as often as they like. */
const config = { rateLimit: false } as const

/** Alive: the process answers. Ready: it takes requests and the database answers too. */
export const healthRoutes =
  ({ database, lifecycle }: Needs) =>
  async (http: Http) => {
    http.get('/health/live', { config }, async () => ({ status: 'live' }))

    http.get('/health/ready', { config }, async () => {
      if (lifecycle.state !== 'ready') throw unavailable(`The app is ${lifecycle.state}.`)
      await Promise.race([sql`select 1`.execute(database), tooLate(1000)])
      return { status: 'ready' }
    })
  }

async function tooLate(milliseconds: number) {
  await after(milliseconds, undefined, { ref: false })
  throw unavailable(`The database did not answer within ${milliseconds} milliseconds.`)
}
