import { randomBytes } from 'node:crypto'

import type { ServerEvent } from './server-event.ts'

export type Channel = ReturnType<typeof createChannel>

/**
 * Events of one kind of news, of which the last ones are kept: a follower that was away gets what it
 * has missed, and a slow one is served from what is kept, so that none of them costs memory.
 */
export function createChannel({ size = 1000 } = {}) {
  // Ids of another process, or of this one before a restart, mean nothing here.
  const run = randomBytes(4).toString('hex')
  const kept: ServerEvent[] = []
  const wakers = new Set<() => void>()
  let last = 0

  function publish(event: string, data: unknown) {
    last += 1
    kept.push({ id: `${run}-${last}`, event, data })
    if (kept.length > size) kept.shift()
    for (const wake of wakers) wake()
  }

  /** The events behind the one that was seen last, and then each new one until the signal comes. */
  async function* follow(
    lastEventId: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<ServerEvent> {
    let seen = lastEventId === undefined ? last : numberIn(lastEventId)
    while (!signal.aborted) {
      if (seen === undefined || seen < last - kept.length) {
        seen = last
        yield { id: `${run}-${last}`, event: 'reset', data: '' }
        continue
      }
      const next = kept[seen - last + kept.length]
      if (next === undefined) await news(signal)
      else {
        seen += 1
        yield next
      }
    }
  }

  function numberIn(id: string) {
    const [, of, number] = /^(\w+)-(\d+)$/.exec(id) ?? []
    const seen = Number(number)
    return of === run && seen <= last ? seen : undefined
  }

  const news = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        wakers.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      wakers.add(wake)
      signal.addEventListener('abort', wake)
    })

  return { publish, follow }
}
