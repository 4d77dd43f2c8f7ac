import { describeApp } from '#app/framework/describe/describe-app.ts'
import { healthDetail } from '#app/framework/health/health-detail.ts'
import { healthRoutes } from '#app/framework/health/health-routes.ts'
import { createHttp } from '#app/framework/http/server.ts'
import { openApiRoutes } from '#app/framework/openapi/openapi-routes.ts'
import { type Config, explainConfig } from './config.ts'
import type { Platform } from './platform.ts'

/** The whole app on one page: which modules exist and what each is given. */
export function createApp(config: Config, platform: Platform) {
  // #region elif:modules
  // #endregion elif:modules

  const http = createHttp({ ...config.http, security: config.security }, platform)
  http.register(healthRoutes(platform))
  http.register(healthDetail(config.describe, platform))
  http.register(openApiRoutes(config.openApi))
  http.register(describeApp(config.describe, { ...platform, explain: explainConfig }))
  // #region elif:routes
  // #endregion elif:routes

  return { http }
}
