import { expect, test } from 'vitest'

import type { OpenApiDocument } from '#app/framework/openapi/openapi-document.ts'
import { readDocument } from './described-api.ts'
import { openTestApp } from './open-test-app.ts'

const seed = 20_260_131

/** What nobody may give to himself, besides what a reply has and a request has not. */
const coveted = { isAdmin: true, role: 'admin', userId: 1, ownerId: 1, tenantId: 1, verified: true }

test('a body sets nothing that its schema does not name', { timeout: 60_000 }, async () => {
  await using app = await openTestApp()
  const answer = await app.request({ method: 'GET', url: '/openapi.json' }).response()
  const api = readDocument(answer.json<OpenApiDocument>(), seed)
  const writes = api.operations.filter(({ method }) => method === 'POST')
  for (const operation of writes.slice(0, 50)) {
    const plain = api.request(operation, 'as described')
    const first = await app.request(plain).response()
    const made = first.statusCode === 201 ? first.json() : {}

    const named = Object.keys(api.fieldsOf(operation))
    const unnamed = Object.entries({ ...coveted, ...made }).filter(
      ([name]) => !named.includes(name),
    )
    const request = api.request(operation, 'as described')
    const sent = { ...JSON.parse(request.payload ?? '{}'), ...Object.fromEntries(unnamed) }
    const second = await app.request({ ...request, payload: JSON.stringify(sent) }).response()
    expect(second.statusCode).toBeLessThan(500)
    const reply = second.statusCode === 201 ? second.json() : {}
    const taken = Object.keys(coveted).filter((name) => !named.includes(name) && name in reply)
    expect(taken).toEqual([])
    expect(reply.id === undefined || reply.id !== made.id).toBe(true)
  }
})
