import { sql } from 'kysely'
import { z } from 'zod'

import type { Database } from '../database/database.ts'
import { isoMoment } from '../values/iso-times.ts'
import { plainText } from '../values/plain-text.ts'

const shape = {
  /** As it stands in the header RateLimit-Policy: `reads`, `writes`, `POST /orders`. */
  limit: plainText().min(1).max(200),
  /** For one caller alone, `ip 192.0.2.1`, `user 42` or `key 7`; empty: for all of them. */
  caller: plainText().max(500).default(''),
  /** So many in the window; 0 lets nobody by. */
  quota: z.int().min(0).max(2_147_483_647),
  /** In milliseconds; null: as the limit has it. */
  window: z.int().min(1000).max(31_622_400_000).nullable().default(null),
  /** Why, for who reads it later. */
  reason: plainText().min(1).max(500),
}

export const NewLimitRule = z.strictObject({
  ...shape,
  until: isoMoment().nullable().default(null),
})
export type LimitRule = z.output<typeof NewLimitRule>

export const LimitRuleReply = z.object({ ...shape, until: z.iso.datetime().nullable() })

export const toLimitRuleReply = (rule: LimitRule): z.output<typeof LimitRuleReply> => ({
  ...rule,
  until: rule.until?.toISOString() ?? null,
})

/** The rules as they lie in the database, for all processes of the app. */
export function createLimitRuleStore(database: Database) {
  return {
    async all(): Promise<LimitRule[]> {
      const { rows } = await sql<LimitRule>`
        select "limit", caller, quota, "window"::float8 as "window", until, reason
        from limit_rules order by "limit", caller
      `.execute(database)
      return rows
    },

    async set({ limit, caller, quota, window, until, reason }: LimitRule, at: Date) {
      await sql`
        insert into limit_rules ("limit", caller, quota, "window", until, reason, changed_at)
        values (${limit}, ${caller}, ${quota}, ${window}, ${until}, ${reason}, ${at})
        on conflict ("limit", caller) do update set quota = excluded.quota,
          "window" = excluded."window", until = excluded.until, reason = excluded.reason,
          changed_at = excluded.changed_at
      `.execute(database)
    },

    async remove(limit: string, caller: string) {
      await sql`delete from limit_rules where "limit" = ${limit} and caller = ${caller}`.execute(
        database,
      )
    },
  }
}
