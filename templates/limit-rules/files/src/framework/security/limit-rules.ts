import type { Clock } from '../clock/clock.ts'
import type { Database } from '../database/database.ts'
import type { Parts } from '../lifecycle/parts.ts'
import type { Log } from '../log/log.ts'
import { createLimitRuleStore, type LimitRule } from './limit-rule-store.ts'
import { toldAs, type ToldLimit } from './rate-limit-answer.ts'

type Needs = { database: Database; clock: Clock; log: Log; parts: Parts }

export type ManagedLimits = ReturnType<typeof createLimitRules>

/**
 * What has become of limits while the app runs. Every process reads the rules again after a while; when
 * the database is away, those that were read last go on.
 */
export function createLimitRules({ database, clock, log, parts }: Needs, { every = 5000 } = {}) {
  const store = createLimitRuleStore(database)
  let standing = new Map<string, LimitRule>()
  /** How a limit is told once a rule has changed it. */
  const told = new WeakMap<LimitRule, Map<ToldLimit, ToldLimit>>()
  let timer: NodeJS.Timeout | undefined

  const find = (limit: string, caller: string) => {
    const rule = standing.get(nameOf({ limit, caller }))
    return rule?.until && rule.until <= clock.now() ? undefined : rule
  }

  async function refresh() {
    const rules = await store.all()
    standing = new Map(rules.map((rule) => [nameOf(rule), rule]))
  }
  const tryToRefresh = () =>
    refresh().catch((error: unknown) => log.error({ err: error }, 'limit-rules-away'))

  parts.add({
    name: 'limit rules',
    async start() {
      await tryToRefresh()
      timer = setInterval(tryToRefresh, every).unref()
    },
    stop: () => clearInterval(timer),
  })

  return {
    refresh,
    list: store.all,
    find,

    async set(rule: LimitRule) {
      await store.set(rule, clock.now())
      await refresh()
    },
    async remove(limit: string, caller: string) {
      await store.remove(limit, caller)
      await refresh()
    },

    /** A rule for one caller goes before the one for all. */
    standing(limit: ToldLimit, caller: string): ToldLimit {
      if (standing.size === 0) return limit
      const rule = find(limit.name, caller) ?? find(limit.name, '')
      if (!rule) return limit
      const ofRule = told.get(rule) ?? new Map<ToldLimit, ToldLimit>()
      const known = ofRule.get(limit) ?? changed(limit, rule)
      told.set(rule, ofRule.set(limit, known))
      return known
    },
  }
}

const nameOf = ({ limit, caller }: { limit: string; caller: string }) =>
  JSON.stringify([limit, caller])

function changed(limit: ToldLimit, { quota, window }: LimitRule): ToldLimit {
  const other = { ...limit, quota, window: window ?? limit.window }
  return { ...other, ...toldAs(other) }
}
