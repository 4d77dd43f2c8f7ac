import { performance } from 'node:perf_hooks'

import type { Lifecycle } from '../lifecycle/lifecycle.ts'

/** How the process is that answers. */
export function describeProcess({ state }: Lifecycle) {
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  return {
    state,
    node: process.version,
    process: process.pid,
    seconds: Math.round(process.uptime()),
    memory: { rss, heapUsed, heapTotal },
    /** The share of its life that the event loop was busy: near 1, requests wait. */
    eventLoop: performance.eventLoopUtilization().utilization,
  }
}
