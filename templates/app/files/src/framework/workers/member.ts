import cluster from 'node:cluster'

import type { ProcessHealth } from '../health/process-health.ts'
import { type Answered, type Farewell, isTold, type Order, type Told } from './crew-message.ts'

export type Member = ReturnType<typeof startMember>

export type MemberNeeds = {
  /** How long a start may take, in milliseconds. */
  startTime: number
  /** Answers what a worker asks, after this process has taken note of how the worker is. */
  answer: (told: Told) => Answered | undefined
}

/** One worker, from its start to its end. */
export function startMember({ startTime, answer }: MemberNeeds) {
  const worker = cluster.fork()
  const ready = Promise.withResolvers<boolean>()
  const ended = Promise.withResolvers<string>()
  const slow = setTimeout(kill, startTime)
  let readySince: number | undefined
  let heardAt = performance.now()
  let health: ProcessHealth | undefined
  let patience = startTime
  let isGone = false

  worker.on('message', (message: unknown) => {
    heardAt = performance.now()
    if (message === 'ready') {
      clearTimeout(slow)
      readySince = heardAt
      return ready.resolve(true)
    }
    if (!isTold(message)) return
    if (message.kind === 'health') patience = message.patience
    if (message.kind === 'health' || message.kind === 'look') health = message.health
    const answered = answer(message)
    if (answered) send(answered)
  })
  // What was sent to a worker that has just ended is of no use to anybody.
  worker.on('error', () => {})
  worker.once('exit', (code, signal) => {
    isGone = true
    clearTimeout(slow)
    ready.resolve(false)
    ended.resolve(signal ? `by ${signal}` : `with ${code}`)
  })

  const send = (message: Answered | Order) => void (worker.isConnected() && worker.send(message))

  function kill() {
    if (!isGone) worker.process.kill('SIGKILL')
  }

  /** Gives an order that ends in the end of the worker, which is killed when it takes too long. */
  async function end(order: Farewell) {
    if (readySince === undefined) worker.process.kill('SIGTERM')
    else send(order)
    const late = setTimeout(kill, patience + 2000)
    await ended.promise
    clearTimeout(late)
  }

  return {
    pid: worker.process.pid,
    /** Whether it has become ready before it ended. */
    ready: ready.promise,
    /** How it ended. */
    ended: ended.promise,
    get health() {
      return health
    },
    /** How long it has been ready, in milliseconds. */
    get readyFor() {
      return readySince === undefined ? 0 : performance.now() - readySince
    },
    /** How long it has said nothing. */
    get silentFor() {
      return performance.now() - heardAt
    },
    heard() {
      heardAt = performance.now()
    },
    signal: (signal: NodeJS.Signals) => void (isGone || worker.process.kill(signal)),
    kill,
    /** Gives an order to a worker that is ready; any other would not hear it yet. */
    order: (order: Order) => readySince !== undefined && send(order),
    end,
  }
}
