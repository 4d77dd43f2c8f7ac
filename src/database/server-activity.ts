import type { Client } from 'pg'

import { openClient, serverUrl } from './client.ts'

/** What clients without a lease do: someone may use the server through nothing but its URL. */
export type ServerActivity = {
  /** Whether somebody is connected, or was since the last call. */
  sinceLastLook(): Promise<boolean>
  close(): void
}

/**
 * Watches through one connection that stays open, so that it does not count itself: PostgreSQL
 * counts all sessions there ever were, and short ones between two looks show in the sum.
 */
export function openActivity(sockets: string): ServerActivity {
  let client: Client | undefined
  let seen: string | undefined
  const drop = () => {
    client?.end().catch(() => {})
    client = undefined
    seen = undefined
  }
  async function look(): Promise<boolean> {
    client ??= await openClient(serverUrl(sockets, 'postgres'), drop)
    const { rows } = await client.query<{ open: string; total: string }>(question)
    const [{ open, total } = { open: '0', total: '0' }] = rows
    const isNew = seen !== undefined && seen !== total
    seen = total
    return Number(open) > 0 || isNew
  }
  return {
    sinceLastLook: () =>
      look().catch(() => {
        drop()
        return false
      }),
    close: drop,
  }
}

const question = `
  select
    (select count(*) from pg_stat_activity
      where backend_type = 'client backend' and pid <> pg_backend_pid()) as open,
    (select coalesce(sum(sessions), 0) from pg_stat_database) as total`
