import { expect, test } from 'vitest'

import type { OpenApiDocument } from '#app/framework/openapi/openapi-document.ts'
import { type Manner, readDocument } from './described-api.ts'
import { openTestApp } from './open-test-app.ts'

const rounds = 20
const seed = 20_260_131

test.each<Manner>(['as described', 'with a broken body', 'with naughty parameters'])(
  'what is asked %s is answered as /openapi.json says',
  async (manner) => {
    await using app = await openTestApp()
    const answer = await app.request({ method: 'GET', url: '/openapi.json' }).response()
    const api = readDocument(answer.json<OpenApiDocument>(), seed)

    for (let round = 0; round < rounds; round += 1) {
      for (const described of api.operations) {
        const request = api.request(described, manner)
        const reply = await app.request(request).response()
        const fault = api.faultIn(described, reply)
        expect(fault && { request, fault, reply: reply.body }).toBeUndefined()
        api.learn(reply)
      }
    }
  },
)
