import type { Http } from '../http/server.ts'
import { describeApi } from './describe-api.ts'

export type OpenApiSettings = {
  /** Whether /openapi.json is there. */
  serve: boolean
}

/** Serves the description of the API, which is made when it is first asked for. */
export const openApiRoutes =
  ({ serve }: OpenApiSettings) =>
  async (http: Http) => {
    if (!serve) return
    let text: string | undefined

    http.get(
      '/openapi.json',
      { config: { policy: 'public', etag: true }, schema: { hide: true } },
      async (_, reply) => {
        text ??= JSON.stringify(describeApi({ http }))
        return reply.type('application/json; charset=utf-8').send(text)
      },
    )
  }
