import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import { elifError } from '../errors/elif-error.ts'
import { devFault } from './dev-fault.ts'
import { replyWithFault } from './fault-reply.ts'
import { forwardRequest } from './forward-request.ts'
import { forwardUpgrade } from './forward-upgrade.ts'
import { listen } from './listen.ts'
import { createStage, type Stage } from './stage.ts'

export type FrontDoor = ReturnType<typeof createFrontDoor>

/** How long a request waits for new code before the old code, or a fault, answers it. */
const longestWait = 10_000

/**
 * Owns the port and the connections of `elif dev`, so that an app can be replaced behind it without
 * a failed request.
 */
export function createFrontDoor({ wait = longestWait } = {}) {
  const stage = createStage(wait)
  const leaving = new AbortController()
  const upgraded = new Set<Duplex>()

  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 })
  const answer = answering({ stage, wait, leaving: leaving.signal })
  server.on('request', answer)
  server.on('checkContinue', answer)
  server.on('upgrade', (request, client, head) => {
    upgraded.add(client)
    client.once('close', () => upgraded.delete(client))
    void join(stage, request, client, head)
  })

  return {
    ...stage,
    listen: (where: { port: number; host: string; orNext: boolean }) => listen(server, where),

    /** No new connections; what is being answered may finish until the cap. */
    async close(cap: number): Promise<void> {
      leaving.abort()
      stage.release()
      for (const client of upgraded) client.destroy()
      await closeServer(server, cap)
    },
  }
}

type Answering = { stage: Stage; wait: number; leaving: AbortSignal }

const answering =
  ({ stage, wait, leaving }: Answering) =>
  async (request: IncomingMessage, response: ServerResponse) => {
    const { target, fault } = await stage.pass()
    if (response.destroyed) return
    if (leaving.aborted) response.shouldKeepAlive = false
    if (!target) return replyWithFault(request, response, 503, fault ?? notStarted(wait))
    const added = fault ? ['x-elif-stale', '1'] : []
    const onLost = (cause: Error) => replyWithFault(request, response, 502, fault ?? lost(cause))
    forwardRequest({ request, response, target, added, onLost })
  }

async function join(stage: Stage, request: IncomingMessage, client: Duplex, head: Buffer) {
  client.once('error', () => client.destroy())
  const { target } = await stage.pass()
  if (client.destroyed) return
  if (target) forwardUpgrade(request, client, head, target)
  else client.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
}

async function closeServer(server: Server, cap: number): Promise<void> {
  // A kept connection is idle only some time after its answer was sent.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const timer = setTimeout(() => server.closeAllConnections(), cap)
  if (server.listening) await new Promise((resolve) => server.close(resolve))
  clearInterval(sweep)
  clearTimeout(timer)
}

const notStarted = (wait: number) =>
  devFault(elifError('dev-boot-slow', { seconds: wait / 1000 }), () => undefined)

const lost = (cause: Error) =>
  devFault(elifError('dev-app-unreachable', { message: cause.message }), () => undefined)
