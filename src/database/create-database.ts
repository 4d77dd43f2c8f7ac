import { setTimeout as sleep } from 'node:timers/promises'

import { hasCode } from '../files/system-error.ts'
import { withClient } from './client.ts'

/** Sees to it that a database is there; others may be making it at the same moment. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    for (let tries = 100; ; tries -= 1) {
      const found = await client.query('select 1 from pg_database where datname = $1', [name])
      if (found.rowCount) return
      try {
        return void (await client.query(`create database "${name}" template template0`))
      } catch (error) {
        if (tries === 0 || !passes(error)) throw error
      }
      await sleep(50)
    }
  })
}

/** Someone else made it (42P04, 23505) or copies the same template right now (55006): look again. */
const passes = (error: unknown) => hasCode(error, '42P04', '23505', '55006')
