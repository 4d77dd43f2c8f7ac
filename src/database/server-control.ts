import { elifError } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'
import { askKeeper, type Lease } from './ask-keeper.ts'
import { ownData } from './data-folder.ts'
import { openLease } from './keeper-client.ts'
import { readRecord, writeLine } from './keeper-message.ts'
import { runningPostmaster } from './postmaster-file.ts'
import { type ServerKind, type ServerPlace, serverPlace } from './server-place.ts'
import type { Environment } from './server-settings.ts'

/** One server as it is now; asking neither starts it nor keeps it. */
export type ServerStatus = { server: ServerKind } & (
  | { state: 'stopped' }
  | { state: 'running'; pid: number; data: string; sockets: string; log: string }
)

export async function serverStatus(kind: ServerKind, env: Environment): Promise<ServerStatus> {
  const place = serverPlace(kind, env)
  const lease = await askIfKept(place)
  lease?.socket.destroy()
  const running = lease ?? unkeptServer(place)
  if (!running) return { server: kind, state: 'stopped' }
  const { pid, data, sockets } = running
  return { server: kind, state: 'running', pid, data, sockets, log: place.serverLog }
}

/** Stops a server, whoever is connected; false when it did not run. */
export async function stopServer(kind: ServerKind, env: Environment): Promise<boolean> {
  const place = serverPlace(kind, env)
  const kept = await askIfKept(place)
  if (!kept && !unkeptServer(place)) return false
  // A server whose keeper was killed gets one first, which knows how to stop it.
  const { socket } = kept ?? (await openLease({ kind, env }))
  const { promise, resolve, reject } = Promise.withResolvers<true>()
  const late = setTimeout(
    () => reject(elifError('database-keeper-silent', { seconds, log: place.keeperLog })),
    seconds * 1000,
  )
  socket.once('close', () => resolve(true))
  socket.write(writeLine('stop'))
  return promise.finally(() => {
    clearTimeout(late)
    socket.destroy()
  })
}

/** Longer than a durable server may take to write everything down. */
const seconds = 140

async function askIfKept({ record }: ServerPlace): Promise<Lease | undefined> {
  const keeper = readRecord(readText(record))
  return keeper && askKeeper(keeper.socket, { request: 'status', patience: 10_000 })
}

function unkeptServer(place: ServerPlace) {
  return ownData(place).flatMap((each) => {
    const running = runningPostmaster(each)
    return running ? [{ ...running, data: each }] : []
  })[0]
}
