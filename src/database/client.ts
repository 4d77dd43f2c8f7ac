import type { Client } from 'pg'

import { serverRole } from './initialise.ts'
import { serverPort } from './server-place.ts'

/** The URL of a database on one of our servers. The port is said so that PGPORT cannot change it. */
export const serverUrl = (sockets: string, database: string) =>
  `postgresql://${serverRole}@localhost:${serverPort}/${database}?host=${encodeURIComponent(sockets)}`

const patience = 10_000

/** Opens a connection that never waits for ever; `onLoss` is called when it breaks later. */
export async function openClient(url: string, onLoss: () => void = () => {}): Promise<Client> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    query_timeout: 60_000,
    application_name: 'elif',
  })
  client.on('error', onLoss)
  await client.connect()
  return client
}

/** Lends a connection and closes it afterwards, whatever happened. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = await openClient(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
