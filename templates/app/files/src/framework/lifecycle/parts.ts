import { unavailable } from '../http/problem.ts'
import type { Log } from '../log/log.ts'
import { createPart, type Part, patience } from './part.ts'

export type Parts = ReturnType<typeof createParts>

/** What the platform is made of, in order: each part may use those before it, as it starts and as it stops. */
export function createParts(log: Log, times = patience) {
  const parts: ReturnType<typeof createPart>[] = []
  let starting: Promise<void> | undefined
  let isStopping = false

  async function startAll() {
    for (const part of parts) {
      if (isStopping) return
      await part.start()
    }
  }

  async function stopAll() {
    isStopping = true
    for (const part of parts.toReversed()) await part.stop()
  }

  return {
    add: (part: Part): void => void parts.push(createPart(part, { log, patience: times })),

    /** Each part and its state. */
    get list() {
      return parts.map(({ name, state }) => ({ name, state }))
    },

    /** What a part tells of itself; undefined where there is none of that name, or it tells nothing. */
    describe: (name: string): unknown => parts.find((part) => part.name === name)?.describe?.(),

    /** How long stopping all of them may take. */
    get deadline() {
      return parts.reduce((sum, { deadline }) => sum + deadline, 0)
    },

    /** Starts one after the other; when one fails, those that have started are stopped again. */
    async start() {
      starting = startAll()
      try {
        await starting
      } catch (error) {
        await stopAll()
        throw error
      }
    },

    /** Refuses with 503 while a part is of no use. */
    async check() {
      await Promise.all(
        parts.map((part) =>
          part.check().catch((cause: unknown) => {
            throw unavailable(`The ${part.name} does not answer.`, { cause })
          }),
        ),
      )
    },

    /** Stops the last one first, also where one is just starting. */
    async stop() {
      isStopping = true
      await starting?.catch(() => {})
      await stopAll()
    },
  }
}
