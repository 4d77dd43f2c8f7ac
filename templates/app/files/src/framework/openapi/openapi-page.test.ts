import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { openApiPage } from './openapi-page.ts'
import { openApiRoutes } from './openapi-routes.ts'

/** The page, with two small files for what is installed. */
async function openPage() {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-page-'))
  await writeFile(join(folder, 'swagger-ui.css'), 'p {}')
  await writeFile(join(folder, 'swagger-ui-bundle.js'), 'show()')
  await writeFile(join(folder, 'package.json'), '{}')
  const http = openHttp(openApiPage(folder))
  return {
    get: (url: string) => http.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } }),
    async [Symbol.asyncDispose]() {
      await http.close()
      await rm(folder, { recursive: true })
    },
  }
}

test('the page loads nothing but what the app serves, by a nonce of its own', async () => {
  await using server = await openPage()
  const { statusCode, headers, body } = await server.get('/openapi')
  const [, nonce] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? []
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const tags = [...body.matchAll(/<(?:script|link)[^>]*>/g)].map(([tag]) => tag)
  expect(tags).toEqual([
    '<link rel="icon" href="data:,">',
    `<link rel="stylesheet" nonce="${nonce}" href="/openapi/swagger-ui.css">`,
    `<script nonce="${nonce}" src="/openapi/swagger-ui-bundle.js">`,
    `<script nonce="${nonce}">`,
  ])
  expect((await server.get('/openapi')).headers).not.toEqual(headers)
})

test('what the page loads is served by its name and type, and nothing beside it', async () => {
  await using server = await openPage()
  const script = await server.get('/openapi/swagger-ui-bundle.js')
  expect([script.body, script.headers['content-type']]).toEqual([
    'show()',
    'text/javascript; charset=utf-8',
  ])
  const styles = await server.get('/openapi/swagger-ui.css')
  expect([styles.body, styles.headers['content-type']]).toEqual(['p {}', 'text/css; charset=utf-8'])
  for (const other of ['package.json', '..%2fpackage.json', 'toString']) {
    expect((await server.get(`/openapi/${other}`)).statusCode).toBe(404)
  }
})

test('there is no page where its package is not installed, or the API is not described', async () => {
  await using without = openHttp(openApiPage(undefined))
  await using undescribed = openHttp(openApiRoutes({ serve: false }))
  for (const http of [without, undescribed]) {
    expect((await http.inject('/openapi')).statusCode).toBe(404)
  }
})
