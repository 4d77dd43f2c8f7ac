import { expect, test } from 'vitest'

import type { Http } from '../../../templates/app/files/src/framework/http/server.ts'
import { openHttp } from './open-http.ts'

const owner = ({ headers }: { headers: Record<string, unknown> }) => headers['user'] === 'owner'

function kites(http: Http) {
  http.get('/kites', async () => [])
  http.post('/kites', { config: { policy: 'open' } }, async () => 'made')
  http.put('/kites', async () => 'nobody decided')
  http.patch('/kites', { config: { policy: 'public' } }, async () => 'for everybody')
  http.delete('/kites', { config: { policy: owner } }, async () => 'gone')
}

test('lists the writes that nobody has decided about', async () => {
  await using app = openHttp(kites)
  await app.http.ready()
  expect(app.http.openWrites).toEqual(['POST /kites', 'PUT /kites'])
})

test('production refuses to start with an open write', async () => {
  const app = openHttp(kites, { allowOpenWrites: false })
  await expect(app.http.ready()).rejects.toThrow(
    `Anybody may write here, and no policy says that this is meant:
  POST /kites
  PUT /kites
Give each a rule in its policy, or 'public' where everybody may.`,
  )
})

test('asks a rule for each request', async () => {
  await using app = openHttp(kites)
  const headers = { user: 'owner' }
  const allowed = await app.http.inject({ method: 'DELETE', url: '/kites', headers })
  expect(allowed.statusCode).toBe(200)
  const refused = await app.http.inject({ method: 'DELETE', url: '/kites' })
  expect(refused.json()).toMatchObject({ status: 403, code: 'forbidden' })
})
