import { setTimeout as sleep } from 'node:timers/promises'

import { withClient } from './client.ts'

/** Sees to it that a database is there; others may be making it at the same moment. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (let tries = 100; tries > 0; tries -= 1) {
      const found = await client.query('select 1 from pg_database where datname = $1', [name])
      if (found.rowCount) return
      const made = await client.query(`create database "${name}" template template0`).then(
        () => true,
        (error: unknown) => passes(error),
      )
      if (!made) await sleep(50)
    }
  })
}

/** Someone else made it (42P04, 23505) or copies the same template right now (55006): look again. */
function passes(error: unknown): false {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '42P04' || code === '23505' || code === '55006') return false
  throw error
}
