import type { Log } from '../log/log.ts'
import { keepLooking, type Pace } from './keep-looking.ts'
import type { State } from './lifecycle.ts'
import { within } from './within.ts'

export type Part = {
  /** A noun: callers read that the database does not answer. */
  name: string
  /** Runs again when a check has failed, before the next one. Without it, a part is up once it is built. */
  start?: () => unknown
  /** Fails while the part is of no use; the app is not ready then. */
  check?: () => unknown
  stop?: () => unknown
  /** What tools may ask of it while the app runs, as the tables of a database. */
  describe?: () => unknown
  /** How long starting and stopping may take each, in milliseconds. */
  deadline?: number
}

export type Patience = Pace & { check: number }

/** A check may take a second. What has failed is tried again after 0.25, 0.5, 1 … 10 seconds. */
export const patience: Patience = { check: 1000, every: 5000, first: 250, most: 10_000 }

type Needs = { log: Log; patience: Patience }

/** A part and where it is between start and stop; once started, it looks after itself. */
export function createPart(
  { name, start, check, stop, describe, deadline = 5000 }: Part,
  { log, patience: times }: Needs,
) {
  let state: State = 'starting'
  let isUp = !start
  const watch = keepLooking(look, times)

  function become(now: State, error?: unknown) {
    if (now === state || state === 'draining' || state === 'stopped') return
    if (now === 'failed') log.warn({ err: error }, `the ${name} has failed`)
    else if (state === 'failed') log.info(`the ${name} is back`)
    state = now
  }

  async function begin() {
    if (start) await within(deadline, `Starting the ${name}`, start)
    isUp = true
  }

  async function look() {
    try {
      if (state === 'failed') await begin()
      if (check) await within(times.check, `Checking the ${name}`, check)
      become('ready')
    } catch (error) {
      become('failed', error)
      throw error
    }
  }

  return {
    name,
    deadline,
    describe,
    get state() {
      return state
    },

    async start() {
      try {
        await begin()
      } catch (error) {
        become('failed', error)
        throw error
      }
      if (check) watch.now().catch(() => {})
      else become('ready')
    },

    /** What has failed is not asked again for each caller: it is looked after already. */
    async check() {
      if (state === 'failed') throw new Error(`The ${name} has failed.`)
      if (check) await watch.now()
    },

    async stop() {
      if (state === 'draining' || state === 'stopped') return
      state = 'draining'
      await watch.end()
      try {
        if (stop && isUp) await within(deadline, `Stopping the ${name}`, stop)
      } catch (error) {
        log.error({ err: error }, `the ${name} did not stop`)
      }
      state = 'stopped'
    },
  }
}
