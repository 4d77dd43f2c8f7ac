import { elifError } from '../errors/elif-error.ts'
import { serverUrl } from './client.ts'
import { ensureDatabase } from './create-database.ts'
import { databaseName } from './database-name.ts'
import { holdServer } from './hold-server.ts'
import type { Environment } from './server-settings.ts'

export type DatabaseOptions = {
  /** The app's folder and name; together they name its development database. */
  root: string
  name: string
  env: Environment
  purpose: 'development' | 'test'
  /** Told what takes its time when a server has to be brought up. */
  onProgress?: (doing: string) => void
}

export type DatabaseAddress = { url: string; server: 'given' | 'durable' | 'fast' }

/**
 * Where an app's database is. `DATABASE_URL` wins; else development data lies in a database of its own
 * on the durable server, and tests get the admin database of the fast one, where they may do anything.
 * The server stays for the idle time and as long as somebody is connected.
 */
export async function databaseUrl(options: DatabaseOptions): Promise<DatabaseAddress> {
  const { release, ...address } = await holdDatabase(options)
  release()
  return address
}

/** The same, with the server held until `release` is called. */
export async function holdDatabase(
  options: DatabaseOptions,
): Promise<DatabaseAddress & { release: () => void }> {
  const { env, purpose, onProgress } = options
  const given = env['DATABASE_URL']
  if (given) return { url: given, server: 'given', release: () => {} }
  const unread = env['DATABASE_URL_FILE']
  if (unread) throw elifError('database-url-file-unreadable', { path: unread })
  const kind = purpose === 'test' ? 'fast' : 'durable'
  const { sockets, release } = await holdServer({ kind, env, onProgress })
  const admin = serverUrl(sockets, 'postgres')
  if (kind === 'fast') return { url: admin, server: kind, release }
  try {
    const name = databaseName(options)
    await ensureDatabase(admin, name)
    return { url: serverUrl(sockets, name), server: kind, release }
  } catch (error) {
    release()
    throw error
  }
}
