import { connect, type Socket } from 'node:net'

import { keeperFailure } from './keeper-failure.ts'
import { type KeeperMessage, onLine, readMessage, writeLine } from './keeper-message.ts'

/** A running server that stays until its lease, an open connection, is given back. */
export type Lease = Extract<KeeperMessage, { state: 'ready' }> & {
  socket: Socket
  /** Whether the server went because somebody asked for it. */
  wasStopped: () => boolean
}

type Asking = {
  request: 'lease' | 'status'
  patience: number
  onProgress?: ((doing: string) => void) | undefined
}

/** Undefined when no keeper is there, or when the one that was left without an answer. */
export function askKeeper(
  path: string,
  { request, patience, onProgress }: Asking,
): Promise<Lease | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Lease | undefined>()
  const socket = connect(path, () => socket.write(writeLine(request)))
  let stopped = false
  const late = setTimeout(() => socket.destroy(), Math.max(patience, 0))
  socket.once('error', () => socket.destroy())
  socket.once('close', () => resolve(undefined))
  onLine(socket, (line) => {
    const message = readMessage(line)
    if (message?.state === 'starting') onProgress?.(message.doing)
    if (message?.state === 'failed') reject(keeperFailure(message.failure))
    if (message?.state === 'stopped') stopped = true
    if (message?.state === 'ready') resolve({ ...message, socket, wasStopped: () => stopped })
  })
  return promise.finally(() => clearTimeout(late))
}
