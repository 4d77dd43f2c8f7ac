import { createServer, type Server } from 'node:net'

import { elifError } from '../errors/elif-error.ts'

const attempts = 20

/**
 * Opens a port and answers which one it became. A port that was asked for is taken or refused;
 * for one that was only proposed the next free one will do.
 */
export async function listen(
  server: Server,
  { port, host, orNext }: { port: number; host: string; orNext: boolean },
): Promise<number> {
  const last = orNext ? Math.min(65_535, port + attempts) : port
  for (let next = port; next <= last; next += 1) {
    const fault = await tryToListen(server, next, host)
    if (!fault) return portOf(server)
    if (fault.code !== 'EADDRINUSE') {
      throw elifError('dev-port-refused', { port: next, host, message: fault.message })
    }
  }
  throw elifError('dev-port-taken', { port, host })
}

/** A port that is free at this moment, for an app behind the front door. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, { port: 0, host: '127.0.0.1', orNext: false })
  await new Promise((resolve) => server.close(resolve))
  return port
}

function tryToListen(server: Server, port: number, host: string) {
  return new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    const failed = (fault: NodeJS.ErrnoException) => {
      server.off('listening', opened)
      resolve(fault)
    }
    const opened = () => {
      server.off('error', failed)
      resolve(undefined)
    }
    server.once('error', failed).once('listening', opened).listen(port, host)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
