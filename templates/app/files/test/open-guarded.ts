import { readConfig } from '#app/config.ts'
import type { Http, HttpNeeds } from '#app/framework/http/server.ts'
import { leastEnvironment } from './least-environment.ts'
import { openHttp } from './open-http.ts'

const production = {
  ...leastEnvironment,
  NODE_ENV: 'production',
  APP_SECRET: 'a secret of more than thirty-two characters',
}

/** The server as production has it with these variables, and routes that answer who asks from where. */
export function openGuarded(
  environment: Record<string, string> = {},
  given: Partial<HttpNeeds> = {},
  routes: (http: Http) => void = guardedRoutes,
) {
  const { http, security } = readConfig({ ...production, ...environment })
  return openHttp(routes, { ...http, security }, given)
}

export function guardedRoutes(http: Http) {
  http.get('/', async ({ ip, protocol }) => ({ ip, protocol }))
  http.post('/', { config: { policy: 'public' } }, async ({ body }) => ({ body: body ?? null }))
}
