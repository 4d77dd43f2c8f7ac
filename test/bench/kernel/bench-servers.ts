import { order } from './order.ts'
import { type Program, startServer } from './server.ts'
import { ask } from './wrk.ts'

export type Pace = { rounds: number; warmSeconds: number; seconds: number }

/** One kind of request in one round. */
export type Served = { perSecond: number; microseconds: number; p50: number; p99: number }
export type Round = {
  hello: Served
  orders: Served
  startMilliseconds: number
  idleMegabytes: number
  loadedMegabytes: number
}

const workloads = { hello: undefined, orders: order }

/** Each server in turn, round after round, so that a slow minute of the machine falls on all of them. */
export async function benchServers(programs: Program[], pace: Pace): Promise<Map<string, Round[]>> {
  const rounds = new Map<string, Round[]>(programs.map(({ name }) => [name, []]))
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const program of programs) rounds.get(program.name)?.push(await oneRound(program, pace))
  }
  return rounds
}

async function oneRound(program: Program, pace: Pace): Promise<Round> {
  const server = await startServer(program)
  const { startMilliseconds, megabytes } = server
  const idleMegabytes = megabytes()

  async function serve(path: keyof typeof workloads): Promise<Served> {
    const asking = { url: `${server.url}/${path}`, ...bodyOf(path) }
    await ask({ ...asking, seconds: pace.warmSeconds })
    const before = server.processorMicroseconds()
    const { requests, refused, broken, perSecond, p50, p99 } = await ask({
      ...asking,
      seconds: pace.seconds,
    })
    const microseconds = (server.processorMicroseconds() - before) / requests
    // A server that is kept from its core for a moment may refuse what has piled up; that is no answer.
    if (broken > 0 || refused > requests / 20)
      throw new Error(`${program.name} refused ${refused} and broke ${broken} of ${requests}`)
    return { perSecond: perSecond * (1 - refused / requests), microseconds, p50, p99 }
  }

  try {
    const hello = await serve('hello')
    const orders = await serve('orders')
    return { hello, orders, startMilliseconds, idleMegabytes, loadedMegabytes: megabytes() }
  } finally {
    await server.stop()
  }
}

function bodyOf(path: keyof typeof workloads) {
  const body = workloads[path]
  return body === undefined ? {} : { body }
}
