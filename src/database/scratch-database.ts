import { randomBytes } from 'node:crypto'

import { isRunning } from '../files/is-running.ts'
import { serverUrl, withClient } from './client.ts'
import { ensureDatabase } from './create-database.ts'
import { holdServer } from './hold-server.ts'
import type { Environment } from './server-settings.ts'

/** An empty database of our own server that goes when it is disposed, and the server's own. */
export type ScratchDatabase = { url: string; server: string } & AsyncDisposable

const prefix = 'elif_proof_'

/** Makes a database that nobody else has; those of killed processes are dropped on the way. */
export async function openScratchDatabase(options: {
  env: Environment
  onProgress?: (doing: string) => void
}): Promise<ScratchDatabase> {
  const { sockets, release } = await holdServer({ kind: 'fast', ...options })
  const server = serverUrl(sockets, 'postgres')
  const name = `${prefix}${process.pid}_${randomBytes(4).toString('hex')}`
  try {
    await dropAbandoned(server)
    await ensureDatabase(server, name)
  } catch (error) {
    release()
    throw error
  }
  return {
    url: serverUrl(sockets, name),
    server,
    async [Symbol.asyncDispose]() {
      await drop(server, name)
      release()
    },
  }
}

async function dropAbandoned(server: string): Promise<void> {
  const query = `select datname as name from pg_database where starts_with(datname, $1)`
  const { rows } = await withClient(server, (client) =>
    client.query<{ name: string }>(query, [prefix]),
  )
  const abandoned = rows.filter(({ name }) => !isRunning(Number(name.split('_')[2])))
  for (const { name } of abandoned) await drop(server, name)
}

const drop = (server: string, name: string) =>
  withClient(server, (client) => client.query(`drop database if exists "${name}" with (force)`))
