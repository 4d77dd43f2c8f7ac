import { once } from 'node:events'
import { request as connect, type IncomingMessage } from 'node:http'

import { expect, test } from 'vitest'

import { openHttp } from '../../../test/open-http.ts'
import { createLifecycle } from '../lifecycle/lifecycle.ts'
import { createChannel } from './channel.ts'
import { createEventStreams, streamed } from './event-streams.ts'

/** A server with a channel that keeps three events, and clients that read it over a socket. */
async function openChannel(
  options: { heartbeat?: number; most?: number; mostOfCaller?: number } = {},
) {
  const lifecycle = createLifecycle()
  const eventStreams = createEventStreams(lifecycle, options)
  const channel = createChannel({ size: 3 })
  const routes = openHttp(
    (http) => {
      http.get('/events', { config: streamed }, (request, reply) =>
        eventStreams.answer(request, reply, ({ lastEventId, signal }) =>
          channel.follow(lastEventId, signal),
        ),
      )
    },
    {},
    { lifecycle },
  )
  const address = await routes.listen({ host: '127.0.0.1', port: 0 })

  async function listen(headers: Record<string, string> = {}) {
    const request = connect(`${address}/events`, {
      headers: { accept: 'text/event-stream', ...headers },
    }).end()
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    let text = ''
    answer.setEncoding('utf8').on('data', (part: string) => (text += part))
    answer.on('error', () => {})
    return { answer, leave: () => request.destroy(), text: () => text }
  }

  return {
    ...channel,
    eventStreams,
    http: routes,
    listen,
    [Symbol.asyncDispose]: () => routes.close(),
  }
}

/** The ids of a text of events. */
const idsIn = (text: string) => [...text.matchAll(/^id: (.+)$/gm)].map(([, id = '']) => id)
const eventsIn = (text: string) => [...text.matchAll(/^event: (.+)$/gm)].map(([, name]) => name)

test('whoever listens is told what is published from then on', async () => {
  await using app = await openChannel()
  app.publish('kite', { height: 1 })
  const { answer, text } = await app.listen()
  app.publish('kite', { height: 2 })
  await expect.poll(text).toMatch(/^retry: 2000\n\nid: \w+-2\nevent: kite\ndata: {"height":2}\n\n$/)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  })
})

test('whoever was cut off gets what was missed, once and in order', async () => {
  await using app = await openChannel()
  const first = await app.listen()
  app.publish('kite', 1)
  await expect.poll(() => idsIn(first.text())).toHaveLength(1)
  first.leave()
  app.publish('kite', 2)
  app.publish('kite', 3)
  const [seen = ''] = idsIn(first.text())
  const again = await app.listen({ 'last-event-id': seen })
  await expect.poll(again.text).toMatch(/data: 2\n\nid: .+\nevent: kite\ndata: 3\n\n$/)
  expect(eventsIn(again.text())).toEqual(['kite', 'kite'])
})

test.each([
  ['missed more than is kept', (run: string) => `${run}-1`],
  ['comes from before a restart', () => '00000000-1'],
  ['says what is no id', () => 'nonsense'],
  ['says half of an id', (run: string) => `${run}-`],
  ['says half a number', (run: string) => `${run}-4.5`],
  ['says more than there is', (run: string) => `${run}-99`],
])('whoever %s is told to begin anew', async (_, idOf) => {
  await using app = await openChannel()
  const first = await app.listen()
  for (const height of [1, 2, 3, 4, 5]) {
    app.publish('kite', height)
    await expect.poll(() => idsIn(first.text())).toHaveLength(height)
  }
  const [run = ''] = (idsIn(first.text())[0] ?? '').split('-')
  const again = await app.listen({ 'last-event-id': idOf(run) })
  await expect.poll(() => eventsIn(again.text())).toEqual(['reset'])
  app.publish('kite', 6)
  await expect.poll(() => eventsIn(again.text())).toEqual(['reset', 'kite'])
})

test('a quiet stream is kept alive by comments', async () => {
  await using app = await openChannel({ heartbeat: 5 })
  const { text } = await app.listen()
  await expect.poll(text).toContain(':\n\n:\n\n')
})

test('nothing is left of a listener that has gone', async () => {
  await using app = await openChannel()
  const { leave } = await app.listen()
  leave()
  await expect.poll(() => app.eventStreams.listeners).toBe(0)
})

test('streams end when the app drains', async () => {
  await using app = await openChannel()
  const { answer } = await app.listen()
  const ended = once(answer, 'end')
  await app.http.close()
  await ended
  expect(app.eventStreams.listeners).toBe(0)
})

test('so many may listen at once, and are no load to the rest of the app', async () => {
  await using app = await openChannel({ most: 2 })
  const [first] = [await app.listen(), await app.listen()]
  const third = await app.listen()
  expect([first.answer.statusCode, third.answer.statusCode]).toEqual([200, 503])
  await expect.poll(() => app.http.load.requests).toBe(0)
  first.leave()
  await expect.poll(() => app.eventStreams.listeners).toBe(1)
  expect((await app.listen()).answer.statusCode).toBe(200)
  expect(app.http.load.requests).toBe(0)
})

test('one caller may not take the places of all others', async () => {
  await using app = await openChannel({ mostOfCaller: 1 })
  const first = await app.listen()
  expect((await app.listen()).answer.statusCode).toBe(429)
  first.leave()
  await expect.poll(() => app.eventStreams.listeners).toBe(0)
  expect((await app.listen()).answer.statusCode).toBe(200)
})
