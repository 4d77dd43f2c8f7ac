import { unavailable } from '../http/problem.ts'
import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../lifecycle/parts.ts'

type Needs = { lifecycle: Lifecycle; parts: Parts }

/** Whoever watches the app may ask as often as they like. */
const config = { rateLimit: false } as const

/** Alive: the process answers. Ready: it takes requests, and so does what it stands on. */
export const healthRoutes =
  ({ lifecycle, parts }: Needs) =>
  async (http: Http) => {
    http.get('/health/live', { config }, async () => ({ status: 'live' }))

    http.get('/health/ready', { config }, async () => {
      if (lifecycle.state !== 'ready') throw unavailable(`The app is ${lifecycle.state}.`)
      await parts.check()
      return { status: 'ready' }
    })
  }
