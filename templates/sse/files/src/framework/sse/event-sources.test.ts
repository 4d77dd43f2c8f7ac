import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { createLifecycle } from '../lifecycle/lifecycle.ts'
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
