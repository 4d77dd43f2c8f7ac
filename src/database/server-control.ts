import { elifError } from '../errors/elif-error.ts'
import { readText } from '../files/read-text.ts'
import { askKeeper } from './ask-keeper.ts'
import { readRecord, writeLine } from './keeper-message.ts'
import { type ServerKind, serverPlace } from './server-place.ts'
import type { Environment } from './server-settings.ts'

/** One server as it is now; asking does not start it. */
export type ServerStatus = { server: ServerKind } & (
  | { state: 'stopped' }
  | { state: 'running'; pid: number; data: string; sockets: string; log: string }
)

export async function serverStatus(kind: ServerKind, env: Environment): Promise<ServerStatus> {
  const { record, serverLog } = serverPlace(kind, env)
  const keeper = readRecord(readText(record))
  const lease = keeper && (await askKeeper(keeper.socket, { patience: 10_000 }))
  if (!lease) return { server: kind, state: 'stopped' }
  lease.socket.destroy()
  const { pid, data, sockets } = lease
  return { server: kind, state: 'running', pid, data, sockets, log: serverLog }
}

/** Stops a server, whoever is connected; false when it did not run. */
export async function stopServer(kind: ServerKind, env: Environment): Promise<boolean> {
  const { record, keeperLog } = serverPlace(kind, env)
  const keeper = readRecord(readText(record))
  const lease = keeper && (await askKeeper(keeper.socket, { patience: 10_000 }))
  if (!lease) return false
  const { promise, resolve, reject } = Promise.withResolvers<true>()
  const late = setTimeout(
    () => reject(elifError('database-keeper-silent', { seconds: patience, log: keeperLog })),
    patience * 1000,
  )
  lease.socket.once('close', () => resolve(true))
  lease.socket.write(writeLine('stop'))
  return promise.finally(() => {
    clearTimeout(late)
    lease.socket.destroy()
  })
}

const patience = 130
