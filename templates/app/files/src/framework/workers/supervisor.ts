import type { Clock } from '../clock/clock.ts'
import { readCrew } from '../health/crew-health.ts'
import { StartError } from '../lifecycle/start-error.ts'
import type { Log } from '../log/log.ts'
import { createRateLimitLeases } from '../security/rate-limit-leases.ts'
import type { Answered, Told } from './crew-message.ts'
import { keepAnEyeOn } from './keep-an-eye-on.ts'
import { type Member, startMember } from './member.ts'
import { type Backoff, createPlace } from './place.ts'
import { createSharedLevel } from './shared-level.ts'

export type CrewSettings = {
  /** How many workers. */
  count: number
  /** A worker that holds more is replaced, in bytes; 0: none is. */
  memoryLimit: number
  startTime: number
  /** A worker whose event loop says nothing for so long is killed. */
  silence: number
  backoff: Backoff
  /** So many failed starts in a row, in every place: then it is over. */
  tries: number
  /** How many callers the rate limits remember. */
  keys: number
}

/** Keeps as many workers as there should be, which share one port, and speaks for them as one. */
export function createSupervisor(
  settings: CrewSettings,
  { log, clock }: { log: Log; clock: Clock },
) {
  const { count, backoff, tries } = settings
  const limits = createRateLimitLeases({ keys: settings.keys, holders: count, clock })
  const members = new Set<Member>()
  const level = createSharedLevel(members, log)
  const over = Promise.withResolvers<'stopped' | 'failed'>()
  const places = Array.from({ length: count }, () =>
    createPlace({ start, backoff, log, onFailure: giveUpIfNoneLasts }),
  )
  let turn: Promise<unknown> = Promise.resolve()
  let isStopping = false

  function start() {
    const member = startMember({ startTime: settings.startTime, answer })
    members.add(member)
    void member.ended.then(() => members.delete(member))
    void member.ready.then(() => level.tell(member))
    return member
  }

  function answer(told: Told): Answered | undefined {
    if (told.kind === 'look') return { kind: 'look', id: told.id, crew: health() }
    if (told.kind === 'lease') {
      return { kind: 'lease', id: told.id, leases: told.wishes.map(limits.lease) }
    }
    if (told.kind === 'give-back') told.leases.forEach(limits.giveBack)
    if (told.kind === 'log-level') level.choose(told.level)
    return undefined
  }

  const health = () =>
    readCrew({
      wanted: count,
      crashes: places.reduce((sum, { crashes }) => sum + crashes, 0),
      workers: [...members].flatMap((member) => member.health ?? []),
    })

  /** One at a time, so that no more than one worker is there on top. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work)
    turn = mine.catch(() => {})
    return mine
  }

  function giveUpIfNoneLasts() {
    if (isStopping || !places.every(({ failures }) => failures >= tries)) return
    log.fatal('no worker lasts')
    void stop('failed')
  }

  const replacing = new Set<object>()

  function replaceIfTooLarge(place: (typeof places)[number]) {
    const { member } = place
    const rss = member?.health?.memory.rss ?? 0
    const isTooLarge = settings.memoryLimit > 0 && rss > settings.memoryLimit
    if (!isTooLarge || isStopping || replacing.has(place)) return
    if ((member?.readyFor ?? 0) < backoff.calm) return
    log.warn({ worker: member?.pid, rss }, 'a worker takes too much memory and is replaced')
    replacing.add(place)
    void inTurn(() => place.replace()).finally(() => replacing.delete(place))
  }

  async function stop(as: 'stopped' | 'failed' = 'stopped') {
    isStopping = true
    endLooking()
    await Promise.all(places.map((place) => place.stop()))
    await Promise.all([...members].map((member) => member.end({ kind: 'stop' })))
    over.resolve(as)
  }

  const endLooking = keepAnEyeOn(members, {
    silence: settings.silence,
    log,
    afterwards: () => places.forEach(replaceIfTooLarge),
  })

  return {
    /** How it ended, once it has. */
    over: over.promise,

    /** The first worker alone, so that what is wrong with the app is told once; false if it is stopped. */
    async start(): Promise<boolean> {
      const [first, ...others] = places
      const member = start()
      const isReady = await member.ready
      if (isStopping) return false
      if (!isReady) {
        endLooking()
        throw new StartError(`The first worker ended ${await member.ended}.`)
      }
      first?.occupy(member)
      for (const place of others) place.occupy(start())
      await Promise.all(others.map((place) => place.member?.ready))
      return !isStopping
    },

    /** Replaces all workers, one after the other; stops at the first that does not start. */
    restart: () =>
      inTurn(async () => {
        for (const place of places) {
          if (isStopping || !(await place.replace())) return false
        }
        return true
      }),

    signal(signal: NodeJS.Signals) {
      for (const member of members) member.signal(signal)
    },

    stop: () => stop(),

    kill() {
      for (const member of members) member.kill()
    },
  }
}
