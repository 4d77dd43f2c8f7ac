import cluster from 'node:cluster'

import type { CrewHealth } from '../health/crew-health.ts'
import type { ProcessHealth } from '../health/process-health.ts'
import type { Lease, LeaseWish, UnusedLease } from '../security/rate-limit-leases.ts'
import { type Answered, isAnswered, isOrder, type Order, type Told } from './crew-message.ts'

export type Crew = ReturnType<typeof createCrew>

/** The other processes of this app, where it serves by several. */
export const joinCrew = () => (cluster.isWorker ? createCrew() : undefined)

/** What a worker tells and asks the supervisor that has started it; the process ends with that one. */
function createCrew() {
  const waiting = new Map<number, (answer: Answered) => void>()
  const watchers: ((order: Order) => void)[] = []
  let last = 0
  let wishes: LeaseWish[] = []
  let wished: Promise<Map<string, Lease>> | undefined

  process.on('message', (message: unknown) => {
    if (isOrder(message)) for (const watcher of watchers) watcher(message)
    else if (isAnswered(message)) waiting.get(message.id)?.(message)
  })

  const tell = (message: Told) => void process.send?.(message)

  async function answerTo<A extends Answered>(kind: A['kind'], ask: (id: number) => Told) {
    const id = (last += 1)
    const { promise, resolve } = Promise.withResolvers<Answered>()
    waiting.set(id, resolve)
    tell(ask(id))
    const answer = await promise
    waiting.delete(id)
    if (answer.kind !== kind) throw new Error(`The supervisor answered ${answer.kind} to ${kind}.`)
    // Provable: the kind is what tells answers apart.
    return answer as A
  }

  /** All wishes of one turn of the event loop go in one message. */
  async function leaseAll() {
    await new Promise(setImmediate)
    const now = wishes
    wishes = []
    wished = undefined
    const { leases } = await answerTo<Extract<Answered, { kind: 'lease' }>>('lease', (id) => ({
      kind: 'lease',
      id,
      wishes: now,
    }))
    return new Map(leases.map((lease) => [lease.key, lease]))
  }

  return {
    /** How all of them are; with how this one is, which the others then see. */
    async look(health: ProcessHealth): Promise<CrewHealth> {
      const { crew } = await answerTo<Extract<Answered, { kind: 'look' }>>('look', (id) => ({
        kind: 'look',
        id,
        health,
      }))
      return crew
    },

    async lease(wish: LeaseWish): Promise<Lease> {
      wishes.push(wish)
      wished ??= leaseAll()
      const lease = (await wished).get(wish.key)
      if (!lease) throw new Error('The supervisor has answered something else.')
      return lease
    },

    giveBack(leases: UnusedLease[]) {
      if (leases.length > 0) tell({ kind: 'give-back', leases })
    },

    /** Tells how this process is, and for how long it may take to stop. */
    report: (health: ProcessHealth, patience: number) => tell({ kind: 'health', health, patience }),

    /** The logs of all of them, and of those that follow, are written from this level on. */
    shareLogLevel: (level: string) => tell({ kind: 'log-level', level }),

    onOrder(watcher: (order: Order) => void) {
      watchers.push(watcher)
    },
  }
}
