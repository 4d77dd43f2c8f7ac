import { unavailable } from '../http/problem.ts'
import type { Http } from '../http/server.ts'
import type { HealthNeeds } from './health-detail.ts'
import { isReady, readProcess } from './process-health.ts'

/** Whoever watches the app may ask as often as they like. */
const config = { rateLimit: false } as const

/** Alive: the process answers. Ready: it takes requests, and so does what it stands on. */
export const healthRoutes = (needs: HealthNeeds) => async (http: Http) => {
  const { lifecycle, parts, crew } = needs
  http.get('/health/live', { config }, async () => ({ status: 'live' }))

  http.get('/health/ready', { config }, async () => {
    if (crew) return { status: 'ready', workers: await readyWorkers() }
    if (lifecycle.state !== 'ready') throw unavailable(`The app is ${lifecycle.state}.`)
    await parts.check()
    return { status: 'ready' }
  })

  /** The app is ready while one of its workers is, whichever is asked. */
  async function readyWorkers() {
    const fault: unknown = await parts.check().catch((error: unknown) => error)
    const { workers, wanted } = (await crew?.look(readProcess(http, needs))) ?? { workers: [] }
    const ready = workers.filter(isReady).length
    if (ready > 0) return { ready, wanted }
    throw fault ?? unavailable(`The app is ${workers[0]?.state ?? 'starting'}.`)
  }
}
