import { serverStatus, type ServerStatus, stopServer } from '../database/server-control.ts'
import type { Environment } from '../project/environment.ts'

const kinds = ['durable', 'fast'] as const

/** Both servers of this user as they are now. */
export const databaseServers = (env: Environment): Promise<ServerStatus[]> =>
  Promise.all(kinds.map((kind) => serverStatus(kind, env)))

/** Stops both servers of this user; answers which of them ran. */
export async function stopDatabaseServers(env: Environment): Promise<{ stopped: string[] }> {
  const ran = await Promise.all(kinds.map((kind) => stopServer(kind, env)))
  return { stopped: kinds.filter((_kind, index) => ran[index]) }
}
