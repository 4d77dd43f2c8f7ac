import pino from 'pino'

import { readConfig } from '#app/config.ts'
import { systemClock } from '#app/framework/clock/clock.ts'
import {
  createHttp,
  type Http,
  type HttpNeeds,
  type HttpSettings,
} from '#app/framework/http/server.ts'
import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { leastEnvironment } from './least-environment.ts'

/** The server of the app with routes of a test and no platform; `changed` and `given` replace what it has. */
export function openHttp(
  routes: (http: Http) => void | Promise<void> = () => {},
  changed: Partial<HttpSettings> = {},
  given: Partial<HttpNeeds> = {},
) {
  const config = readConfig(leastEnvironment)
  const settings = { ...config.http, security: config.security, ...changed }
  const needs = { clock: systemClock, lifecycle: createLifecycle(), log: pino({ level: 'silent' }) }
  const http = createHttp(settings, { ...needs, ...given })
  http.register(async (scope: Http) => routes(scope))
  return Object.assign(http, { [Symbol.asyncDispose]: () => http.close() })
}
