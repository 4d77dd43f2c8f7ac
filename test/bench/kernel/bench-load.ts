import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'

import { z } from 'zod'

import { CLIENT_CORE, type Program, type Server, startServer } from './server.ts'
import { ask } from './wrk.ts'

const run = promisify(execFile)

const Waits = z.object({ count: z.number(), p50: z.number(), p99: z.number(), most: z.number() })
const Answered = z.object({
  sent: z.number(),
  accepted: Waits,
  shed: Waits,
  reset: z.number(),
  timeout: z.number(),
  other: z.number(),
  withoutRetryAfter: z.number(),
})
export type Answered = z.output<typeof Answered> & { times: number; perSecond: number }

/** How a server does that is asked for so many times what it can do, by a route that works for a millisecond. */
export async function benchOverload(program: Program, seconds: number): Promise<Answered[]> {
  const server = await startServer(program)
  try {
    const work = `${server.url}/work`
    await ask({ url: work, seconds: 1, connections: 8 })
    const { perSecond } = await ask({ url: work, seconds, connections: 8 })
    const answered: Answered[] = []
    for (const times of [0.5, 1, 2]) {
      answered.push({ times, ...(await askOften(work, perSecond * times, seconds)) })
    }
    return answered
  } finally {
    await server.stop()
  }
}

async function askOften(url: string, perSecond: number, seconds: number) {
  const program = join(import.meta.dirname, 'open-loop.ts')
  const words = [program, url, String(perSecond), String(seconds)]
  const { stdout } = await run('taskset', ['-c', CLIENT_CORE, process.execPath, ...words])
  return { perSecond, ...Answered.parse(JSON.parse(stdout)) }
}

const Held = z.object({ first: z.number(), second: z.number() })
export type Held = z.output<typeof Held> & {
  connections: number
  before: number
  megabytes: number
}

/** What a server takes for connections on which nothing happens, and whether it answers on all of them. */
export async function benchIdle(program: Program, connections: number): Promise<Held> {
  const server = await startServer(program)
  try {
    const before = server.megabytes()
    return { connections, before, ...(await hold(server, connections)) }
  } finally {
    await server.stop()
  }
}

async function hold(server: Server, connections: number) {
  const words = [new URL(server.url).port, String(connections), '5']
  const holder = fork(join(import.meta.dirname, 'idle-connections.ts'), words, { silent: true })
  const told = holder.stdout ? text(holder.stdout) : Promise.resolve('')
  await once(holder, 'message')
  const megabytes = server.megabytes()
  return { megabytes, ...Held.parse(JSON.parse(await told)) }
}
