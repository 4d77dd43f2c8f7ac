import { performance } from 'node:perf_hooks'

import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../lifecycle/parts.ts'

export type ProcessHealth = ReturnType<typeof readProcess>

type Needs = { lifecycle: Lifecycle; parts: Parts }

/** One process that serves, what it stands on, and what it has to do. Bytes and milliseconds. */
export function readProcess({ load }: Pick<Http, 'load'>, { lifecycle, parts }: Needs) {
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  return {
    state: lifecycle.state,
    process: process.pid,
    seconds: Math.round(process.uptime()),
    memory: { rss, heapUsed, heapTotal },
    eventLoop: {
      /** The share of its life that the event loop was busy: near 1, requests wait. */
      busy: performance.eventLoopUtilization().utilization,
      delay: Math.round(load.delay * 10) / 10,
    },
    requests: load.requests,
    /** What the process holds open, as sockets and timers, by kind: what only grows is not given back. */
    resources: countsOf(process.getActiveResourcesInfo()),
    parts: parts.list,
  }
}

function countsOf(names: string[]) {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** Whether a process takes requests, and what it stands on does. */
export const isReady = ({ state, parts }: ProcessHealth) =>
  state === 'ready' && parts.every((part) => part.state === 'ready')
