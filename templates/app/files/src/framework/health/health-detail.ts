import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { performance } from 'node:perf_hooks'

import { type AskSettings, mayAsk } from '../describe/may-ask.ts'
import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../lifecycle/parts.ts'

export type HealthNeeds = { lifecycle: Lifecycle; parts: Parts }

/** Tells people how the app is: to everybody in development, else to who holds the token, else not at all. */
export const healthDetail = (settings: AskSettings, needs: HealthNeeds) => async (http: Http) => {
  const policy = mayAsk(settings)
  if (!policy) return
  http.get('/health/detail', { config: { policy }, schema: { hide: true } }, async () =>
    readHealth(http, needs),
  )
}

/** The process that answers, what it stands on, and what it has to do. Bytes and milliseconds. */
export async function readHealth({ load }: Http, { lifecycle, parts }: HealthNeeds) {
  // Each part says by its state how its check went.
  await parts.check().catch(() => {})
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  const { bavail, blocks, bsize } = await statfs('.')
  return {
    state: lifecycle.state,
    node: process.version,
    process: process.pid,
    seconds: Math.round(process.uptime()),
    memory: { rss, heapUsed, heapTotal, limit: memoryLimit() },
    disk: { free: bavail * bsize, total: blocks * bsize },
    eventLoop: {
      /** The share of its life that the event loop was busy: near 1, requests wait. */
      busy: performance.eventLoopUtilization().utilization,
      delay: Math.round(load.delay * 10) / 10,
    },
    /** What the process holds open, as sockets and timers, by kind: what only grows is not given back. */
    resources: counted(process.getActiveResourcesInfo()),
    requests: load.requests,
    parts: parts.list,
  }
}

function counted(kinds: string[]) {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** What the process may take: of its container, else of the machine. */
const memoryLimit = () => Math.min(process.constrainedMemory() || Infinity, totalmem())
