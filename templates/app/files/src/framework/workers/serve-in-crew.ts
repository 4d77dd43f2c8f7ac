import { Server as NetServer, type Server } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'

import { readProcess } from '../health/process-health.ts'
import type { Http } from '../http/server.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Parts } from '../lifecycle/parts.ts'
import type { Log } from '../log/log.ts'
import type { Crew } from './crew.ts'

type Needs = { crew: Crew | undefined; lifecycle: Lifecycle; parts: Parts; log: Log }

type Leaving = {
  /** How long callers may stay who have open connections and ask nothing, in milliseconds. */
  timeout: number
  stop: () => void
}

const EVERY = 1000

/** Reports to the supervisor, where there is one, and leaves or stops when it says so. */
export function serveInCrew(http: Http, needs: Needs, { timeout, stop }: Leaving) {
  const { crew, lifecycle, parts, log } = needs
  if (!crew) return
  const report = () => crew.report(readProcess(http, needs), 2 * timeout + parts.deadline)
  setInterval(report, EVERY).unref()
  lifecycle.watch(report)

  crew.onOrder(async (order) => {
    if (order.kind === 'log-level') return void (log.level = order.level)
    if (order.kind === 'leave' && lifecycle.state === 'ready') {
      lifecycle.become('leaving')
      await Promise.race([letGo(http.server), after(timeout, undefined, { ref: false })])
    }
    stop()
  })
}

/**
 * Takes no new connections and waits until those that are open have ended. The server's own `close`
 * would end the idle ones, though a request may be on its way.
 */
function letGo(server: Server) {
  const { promise, resolve } = Promise.withResolvers<void>()
  NetServer.prototype.close.call(server, () => resolve())
  return promise
}
