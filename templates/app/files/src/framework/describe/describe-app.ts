import { type HealthNeeds, readHealth } from '../health/health-detail.ts'
import { describeRoutes } from '../http/describe-routes.ts'
import type { Http } from '../http/server.ts'
import { describeApi } from '../openapi/describe-api.ts'
import { readPackage } from '../openapi/read-package.ts'
import { type AskSettings, mayAsk } from './may-ask.ts'
import { modulesOf } from './modules-of.ts'

type Needs = HealthNeeds & {
  /** The settings and where they come from, without the secrets among them. */
  explain: () => object
}

/** Tells tools and agents what the app is: `/_elif/map`, `config`, `schemas` and `health`. */
export const describeApp =
  (settings: AskSettings, { explain, ...needs }: Needs) =>
  async (http: Http) => {
    const policy = mayAsk(settings)
    if (!policy) return
    const options = { config: { policy }, schema: { hide: true } }

    http.get('/_elif/map', options, async () => {
      const routes = describeRoutes({ http })
      return { app: readPackage(), modules: modulesOf(routes), routes }
    })
    http.get('/_elif/config', options, async () => explain())
    http.get('/_elif/schemas', options, async () => ({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $defs: describeApi({ http }).components.schemas,
    }))
    http.get('/_elif/health', options, async () => readHealth(http, needs))
  }
