import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import { elifError } from '../errors/elif-error.ts'
import { devFault, type DevFault } from './dev-fault.ts'
import { replyWithFault } from './fault-reply.ts'
import { forwardRequest } from './forward-request.ts'
import { forwardUpgrade } from './forward-upgrade.ts'
import { createGate } from './gate.ts'
import { listen } from './listen.ts'
import type { Target } from './target.ts'

export type FrontDoor = ReturnType<typeof createFrontDoor>

/** How long a request waits for new code before the old code, or a fault, answers it. */
export const longestWait = 10_000

/**
 * Owns the port and the connections of `elif dev`, so that an app can be replaced behind it without
 * a failed request. It starts closed: requests wait for the first app.
 */
export function createFrontDoor({ wait = longestWait } = {}) {
  const gate = createGate(wait)
  let target: Target | undefined
  let fault: DevFault | undefined
  let leaving = false
  gate.close()

  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 })
  server.on('request', handle)
  server.on('checkContinue', handle)
  server.on('upgrade', upgrade)
  const upgraded = new Set<Duplex>()

  async function handle(request: IncomingMessage, response: ServerResponse) {
    await gate.pass()
    if (response.destroyed) return
    if (leaving) response.shouldKeepAlive = false
    if (!target) return replyWithFault(request, response, 503, fault ?? notStarted(wait))
    const added = fault ? ['x-elif-stale', '1'] : []
    const onLost = (cause: Error) => replyWithFault(request, response, 502, fault ?? lost(cause))
    forwardRequest({ request, response, target, added, onLost })
  }

  async function upgrade(request: IncomingMessage, client: Duplex, head: Buffer) {
    client.once('error', () => client.destroy())
    await gate.pass()
    if (client.destroyed) return
    if (!target) return void client.end('HTTP/1.1 503 Service Unavailable\r\n\r\n')
    upgraded.add(client)
    client.once('close', () => upgraded.delete(client))
    forwardUpgrade(request, client, head, target)
  }

  return {
    listen: (where: { port: number; host: string; orNext: boolean }) => listen(server, where),

    /** From now on requests wait. */
    hold: () => gate.close(),
    /** Nothing changed: whoever waits goes on as before. */
    release: () => gate.open(),

    /** From now on this app answers. */
    serve(next: Target) {
      target = next
      fault = undefined
      gate.open()
    },

    /** The newest code cannot answer; the app that answered before goes on, if there is one. */
    fail(because: DevFault) {
      fault = because
      gate.open()
    },

    /** This app is gone. */
    lose(gone: Target, because: DevFault) {
      if (target !== gone) return
      target = undefined
      fault = because
    },

    /** No new connections; what is being answered may finish until the cap. */
    async close(cap: number): Promise<void> {
      leaving = true
      gate.open()
      // A kept connection is idle only some time after its answer was sent.
      const sweep = setInterval(() => server.closeIdleConnections(), 20)
      for (const client of upgraded) client.destroy()
      const timer = setTimeout(() => server.closeAllConnections(), cap)
      if (server.listening) await new Promise((resolve) => server.close(resolve))
      clearInterval(sweep)
      clearTimeout(timer)
    },
  }
}

const notStarted = (wait: number) =>
  devFault(elifError('dev-boot-slow', { seconds: wait / 1000 }), () => undefined)

const lost = (cause: Error) =>
  devFault(elifError('dev-app-unreachable', { message: cause.message }), () => undefined)
