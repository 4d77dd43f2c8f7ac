import { once } from 'node:events'
import { get } from 'node:http'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { createLifecycle } from '../lifecycle/lifecycle.ts'
import { createChannel } from './channel.ts'
import { createEventStreams, streamed } from './event-streams.ts'

test('a source that fails ends its stream', async () => {
  const eventStreams = createEventStreams(createLifecycle())
  await using http = openHttp((scope) => {
    scope.get('/events', { config: streamed }, (request, reply) =>
      eventStreams.answer(request, reply, async function* () {
        yield { data: 'one\ntwo' }
        throw new Error('no more')
      }),
    )
  })
  const { body } = await http.inject('/events')
  expect(body).toBe('retry: 2000\n\ndata: one\ndata: two\n\n')
})

test('who hangs up before the stream begins takes no place among the listeners', async () => {
  const eventStreams = createEventStreams(createLifecycle())
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  await using http = openHttp((scope) => {
    scope.get('/events', { config: streamed }, async (request, reply) => {
      asked.resolve()
      await once(reply.raw, 'close')
      eventStreams.answer(request, reply, ({ signal }) => createChannel().follow(undefined, signal))
      answered.resolve()
      return reply
    })
  })
  const address = await http.listen({ port: 0, host: '127.0.0.1' })
  const asking = get(`${address}/events`).on('error', () => {})
  await asked.promise
  asking.destroy()
  await answered.promise
  await expect.poll(() => eventStreams.listeners).toBe(0)
})
