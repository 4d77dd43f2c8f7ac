import type { Lease } from './ask-keeper.ts'
import { type LeaseOptions, openLease } from './keeper-client.ts'

/** A server that is kept until `release` is called or this process ends. */
export type HeldServer = { sockets: string; release: () => void }

/**
 * Takes a lease and takes it again when the keeper is killed, which leaves the server running but
 * nobody to look after it. A server that somebody asked to stop is not brought back.
 */
export async function holdServer(options: LeaseOptions): Promise<HeldServer> {
  let held: Lease | undefined
  let released = false
  const hold = async () => {
    held = await openLease(options)
    const { socket, wasStopped } = held
    socket.unref()
    if (released) return void socket.destroy()
    socket.once('close', () => {
      if (!released && !wasStopped()) hold().catch(() => {})
    })
  }
  await hold()
  const release = () => {
    released = true
    held?.socket.destroy()
  }
  return { sockets: held?.sockets ?? '', release }
}
