import { hash } from 'node:crypto'

import { sql } from 'kysely'

import type { Clock } from '../clock/clock.ts'
import type { Database } from '../database/database.ts'
import { type Counts, take } from './rate-limit-counts.ts'
import type { Limit, RateLimitStore, Taken } from './rate-limit-store.ts'

const DAY = 86_400_000
/** What counts for longer than half a day is kept for as long as anybody counts. */
const LONG = 'long-'
/** So many requests until old rows are looked for again. */
const SWEEP = 1000

/** Counts in the database, for all processes of the app together, by the rules of the store in memory. */
export function createPostgresRateLimitStore({
  database,
  clock,
}: {
  database: Database
  clock: Clock
}): RateLimitStore {
  let taken = 0

  async function takeOne(key: string, limit: Limit): Promise<Taken> {
    const now = clock.now().getTime()
    taken += 1
    if (taken % SWEEP === 0) await sweep(database, now)
    const id = idOf(key, limit)
    return database.transaction().execute(async (transaction) => {
      const counts = await locked(transaction, id)
      const answer = take(counts, limit, now)
      const { at, used, before } = counts
      await sql`
        update rate_limits set at = ${at}, used = ${used}, before = ${before} where key = ${id}
      `.execute(transaction)
      return answer
    })
  }

  return { take: takeOne }
}

/** A caller may send a key of any length. */
function idOf(key: string, { name, window }: Limit) {
  const id = hash('sha256', `${name} ${key}`, 'hex')
  return window > DAY / 2 ? `${LONG}${id.slice(LONG.length)}` : id
}

/** What was counted so far. Nobody else gets to it before the transaction ends. */
async function locked(database: Database, id: string): Promise<Counts> {
  const { rows } = await sql<Counts>`
    insert into rate_limits (key) values (${id})
    on conflict (key) do update set key = excluded.key
    returning at, used, before
  `.execute(database)
  const [counts] = rows
  if (!counts) throw new Error('The row of a rate limit is gone')
  return counts
}

const sweep = (database: Database, now: number) =>
  sql`
    delete from rate_limits
    where at < ${now - DAY} and (key not like ${`${LONG}%`} or at < ${now - 800 * DAY})
  `.execute(database)
