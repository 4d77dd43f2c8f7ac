import { once } from 'node:events'
import { PassThrough } from 'node:stream'

import type { FastifyReply, FastifyRequest } from 'fastify'

import { behaviour } from '../behaviour.ts'
import { defineProblems } from '../errors/define-problems.ts'
import { frameworkProblems } from '../errors/framework-problems.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { rateLimitKey } from '../security/rate-limit-key.ts'
import { eventText, type ServerEvent } from './server-event.ts'

export type EventStreams = ReturnType<typeof createEventStreams>

/** What a source knows of its listener: where it broke off, and when it has gone. */
export type Listener = { lastEventId: string | undefined; signal: AbortSignal }

/** The `config` of a route that answers with a stream. */
export const streamed = { produces: ['text/event-stream'] }

const headers = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-cache, no-transform',
  // Proxies such as nginx would gather events until they have a page full.
  'x-accel-buffering': 'no',
}

/** Callers of an app that is not guarded may all have the address of one proxy. */
const OF_CALLER = behaviour.guarded ? 100 : Infinity

const { tooManyStreams } = defineProblems({
  tooManyStreams: {
    status: 429,
    detail: ({ most }: { most: number }) => `You have ${most} streams open, and may have no more.`,
    hint: 'Close one of them, or let those who wait for the same news share one.',
  },
})

/**
 * Answers with events until their source ends, the listener leaves or the app drains. Streams are no
 * load to the app, so they have bounds of their own: `most` at once, and so many of one caller.
 */
export function createEventStreams(
  lifecycle: Lifecycle,
  { heartbeat = 15_000, retry = 2000, most = 5000, mostOfCaller = OF_CALLER } = {},
) {
  const open = new Map<AbortController, string>()
  lifecycle.watch((state) => {
    if (state === 'draining') for (const listener of open.keys()) listener.abort()
  })

  function refuseTooMany(caller: string) {
    if (open.size >= most) throw frameworkProblems.overloaded()
    // Below this, nobody can have more.
    if (open.size < mostOfCaller) return
    const own = [...open.values()].filter((other) => other === caller)
    if (own.length >= mostOfCaller) throw tooManyStreams({ most: mostOfCaller })
  }

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    source: (listener: Listener) => AsyncIterable<ServerEvent>,
  ) {
    const caller = rateLimitKey('actor', request)
    refuseTooMany(caller)
    request.server.load.release(reply)
    const listener = new AbortController()
    const { signal } = listener
    const out = new PassThrough()
    open.set(listener, caller)
    const beat = setInterval(() => out.writableNeedDrain || out.write(':\n\n'), heartbeat)
    signal.addEventListener('abort', () => {
      open.delete(listener)
      clearInterval(beat)
      out.end()
    })
    // Also where the listener has gone before there was anything to listen to.
    out.once('close', () => listener.abort())

    out.write(`retry: ${retry}\n\n`)
    const events = source({ lastEventId: lastEventIdOf(request), signal })
    write(events, out, signal)
      .catch((error: unknown) => {
        if (!signal.aborted) request.log.error({ err: error }, 'event stream')
      })
      .finally(() => listener.abort())
    return reply.headers(headers).send(out)
  }

  return {
    /** How many are listening. */
    get listeners() {
      return open.size
    },
    answer,
  }
}

async function write(events: AsyncIterable<ServerEvent>, out: PassThrough, signal: AbortSignal) {
  for await (const event of events) {
    if (signal.aborted) return
    if (!out.write(eventText(event))) await once(out, 'drain', { signal })
  }
}

/** Browsers send it by themselves; an id of more than a line's length is none of ours. */
function lastEventIdOf({ headers: { 'last-event-id': id } }: FastifyRequest) {
  return typeof id === 'string' && id.length > 0 && id.length < 200 ? id : undefined
}
