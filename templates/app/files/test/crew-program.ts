import { setTimeout as after } from 'node:timers/promises'

import { readConfig } from '#app/config.ts'
import { systemClock } from '#app/framework/clock/clock.ts'
import { healthDetail } from '#app/framework/health/health-detail.ts'
import { healthRoutes } from '#app/framework/health/health-routes.ts'
import { createHttp } from '#app/framework/http/server.ts'
import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { createParts } from '#app/framework/lifecycle/parts.ts'
import { runProgram } from '#app/framework/lifecycle/run-program.ts'
import { stopOnSignal } from '#app/framework/lifecycle/stop-on-signal.ts'
import { logLevel } from '#app/framework/log/log-level.ts'
import { createLog } from '#app/framework/log/log.ts'
import { joinCrew } from '#app/framework/workers/crew.ts'
import { serveInCrew } from '#app/framework/workers/serve-in-crew.ts'
import { supervise, supervises } from '#app/framework/workers/supervise.ts'
import { leastEnvironment } from './least-environment.ts'

/** Two workers that can be made to fail, under a supervisor that has little patience. */
const settings = {
  count: 2,
  memoryLimit: 400_000_000,
  startTime: 60_000,
  silence: 4000,
  backoff: { first: 20, most: 100, calm: 200 },
  tries: 3,
  keys: 1000,
}

const log = createLog({ level: 'warn', redact: (line) => line })

async function serve() {
  const { http: limits, security } = readConfig(leastEnvironment)
  const lifecycle = createLifecycle()
  const parts = createParts(log)
  const needs = { clock: systemClock, log, lifecycle, parts, crew: joinCrew() }
  const http = createHttp({ ...limits, security }, needs)
  http.register(healthRoutes(needs))
  http.register(healthDetail({ open: true, token: undefined }, needs))
  http.register(logLevel('public', needs))
  http.register(async (scope) => {
    scope.get('/pid', { config: { rateLimit: false } }, async () => ({
      pid: process.pid,
      level: log.level,
    }))
    scope.get('/slow', () => after(400, 'slow'))
    scope.get('/crash', () => process.exit(7))
    scope.get('/hang', () => {
      for (;;);
    })
    scope.get('/grow', async () => {
      kept.push(Buffer.alloc(400_000_000, 1))
      return 'grown'
    })
    const rateLimit = { quota: 5, window: 60_000, by: 'route' } as const
    scope.get('/five', { config: { rateLimit } }, async () => 'one of five')
  })
  const stop = stopOnSignal(() => http.close(), 2000)
  serveInCrew(http, needs, { timeout: 500, stop })
  await http.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
  process.send?.('ready')
}

const kept: Buffer[] = []

await runProgram(async () => {
  if (supervises(settings)) return supervise(settings, log)
  if (process.env['FAILS']) process.exit(3)
  if (process.env['IS_STOPPED']) {
    process.kill(process.ppid, 'SIGTERM')
    await after(60_000)
  }
  await serve()
})
