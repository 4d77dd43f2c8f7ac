import type { Http } from '../http/server.ts'
import { describeApi } from './describe-api.ts'
import { findSwaggerUi, openApiPage } from './openapi-page.ts'

export type OpenApiSettings = {
  /** Whether /openapi.json is there, and /openapi where its page is installed. */
  serve: boolean
}

/** Serves the description of the API, which is made when it is first asked for, and a page of it. */
export const openApiRoutes =
  ({ serve }: OpenApiSettings) =>
  async (http: Http) => {
    if (!serve) return
    http.register(openApiPage(findSwaggerUi()))
    let text: string | undefined

    http.get(
      '/openapi.json',
      {
        config: { policy: 'public', etag: true },
        schema: { hide: true, summary: 'The API, as OpenAPI describes it.' },
      },
      async (_, reply) => {
        text ??= JSON.stringify(describeApi({ http }))
        return reply.type('application/json; charset=utf-8').send(text)
      },
    )
  }
