import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { escaped } from '../http/escaped.ts'
import type { Http } from '../http/server.ts'
import { allowPage } from '../security/headers.ts'
import { readPackage } from './read-package.ts'

/** What the page loads, from the package swagger-ui-dist and from nowhere else. */
const assets = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
}

const ByFile = z.object({ file: z.enum(['swagger-ui.css', 'swagger-ui-bundle.js']) })

/**
 * Shows the description of the API at /openapi, where every request can be tried. There is no page
 * where its package is not installed, as in production, which does without what is for development.
 */
export const openApiPage = (folder: string | undefined) => async (http: Http) => {
  if (folder === undefined) return
  const config = { policy: 'public' } as const

  http.get(
    '/openapi',
    { config: { ...config, produces: ['text/html'] }, schema: { hide: true } },
    async (_, reply) => {
      const nonce = allowPage(reply)
      return reply.type('text/html; charset=utf-8').send(page(readPackage().title, nonce))
    },
  )

  http.get(
    '/openapi/:file',
    { config: { ...config, produces: [] }, schema: { params: ByFile, hide: true } },
    async ({ params: { file } }, reply) =>
      reply
        .type(assets[file])
        .header('cache-control', 'public, max-age=3600')
        .send(await readFile(join(folder, file))),
  )
}

/** Where swagger-ui-dist is installed, if it is. */
export function findSwaggerUi(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  } catch {
    return undefined
  }
}

const page = (title: string, nonce: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" nonce="${nonce}" href="/openapi/swagger-ui.css">
<div id="page"></div>
<script nonce="${nonce}" src="/openapi/swagger-ui-bundle.js"></script>
<script nonce="${nonce}">
  SwaggerUIBundle({ url: '/openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null })
</script>
</html>
`
