import pino from 'pino'

import { readConfig } from '../../../templates/app/files/src/config.ts'
import { systemClock } from '../../../templates/app/files/src/framework/clock/clock.ts'
import {
  createHttp,
  type Http,
  type HttpSettings,
} from '../../../templates/app/files/src/framework/http/server.ts'
import { createLifecycle } from '../../../templates/app/files/src/framework/lifecycle/lifecycle.ts'

const { http: usual, security } = readConfig({ NODE_ENV: 'test' })

const settings: HttpSettings = {
  ...usual,
  security,
  bodyLimit: 1000,
  requestTimeout: 1000,
  headersTimeout: 1000,
  keepAliveTimeout: 1000,
  drainTimeout: 1000,
}

/** The server of a made app with routes of a test, and the lines it has logged. */
export function openHttp(routes: (http: Http) => void, changed: Partial<HttpSettings> = {}) {
  const lines: string[] = []
  const log = pino({ redact: ['password'] }, { write: (line: string) => lines.push(line) })
  const lifecycle = createLifecycle()
  const http = createHttp({ ...settings, ...changed }, { log, lifecycle, clock: systemClock })
  http.register(async (scope: Http) => routes(scope))
  return { http, lifecycle, lines, [Symbol.asyncDispose]: () => http.close() }
}
