import pino from 'pino'

import { createHttp, type Http } from '../../../templates/app/files/src/framework/http/server.ts'
import { createLifecycle } from '../../../templates/app/files/src/framework/lifecycle/lifecycle.ts'

const settings = {
  bodyLimit: 1000,
  requestTimeout: 1000,
  headersTimeout: 1000,
  keepAliveTimeout: 1000,
  drainTimeout: 1000,
  checkReplies: true,
  showErrors: true,
  allowOpenWrites: true,
}

/** The server of a made app with routes of a test, and the lines it has logged. */
export function openHttp(routes: (http: Http) => void, changed: Partial<typeof settings> = {}) {
  const lines: string[] = []
  const log = pino({ redact: ['password'] }, { write: (line: string) => lines.push(line) })
  const lifecycle = createLifecycle()
  const http = createHttp({ ...settings, ...changed }, { log, lifecycle })
  http.register(async (scope: Http) => routes(scope))
  return { http, lifecycle, lines, [Symbol.asyncDispose]: () => http.close() }
}
