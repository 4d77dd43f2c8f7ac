import { systemClock } from '#app/framework/clock/clock.ts'
import { createDatabase } from '#app/framework/database/database.ts'
import { createPool } from '#app/framework/database/pool.ts'
import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { createLog } from '#app/framework/log/log.ts'
import type { Config } from './config.ts'

export type Platform = ReturnType<typeof createPlatform>

/** What the app stands on: built once, closed in reverse order. */
export function createPlatform(config: Config, { clock = systemClock } = {}) {
  const closing = new AsyncDisposableStack()
  const lifecycle = createLifecycle()
  const log = createLog(config.log)

  // #region elif:platform
  const pool = createPool(config.database, log)
  const database = closing.adopt(createDatabase(pool), (opened) => opened.destroy())
  // #endregion elif:platform

  return {
    clock,
    lifecycle,
    log,
    database,
    close: () => closing.disposeAsync(),
  }
}
