import { systemClock } from '#app/framework/clock/clock.ts'
import { createLifecycle } from '#app/framework/lifecycle/lifecycle.ts'
import { createParts } from '#app/framework/lifecycle/parts.ts'
import { createLog } from '#app/framework/log/log.ts'
import { joinCrew } from '#app/framework/workers/crew.ts'
import type { Config } from './config.ts'

export type Platform = ReturnType<typeof createPlatform>

/** What the app stands on: built once, started in order, closed in reverse. */
export function createPlatform(config: Config, { clock = systemClock } = {}) {
  const lifecycle = createLifecycle()
  const log = createLog(config.log)
  const parts = createParts(log)
  const crew = joinCrew()

  // #region elif:platform
  // #endregion elif:platform

  return {
    clock,
    lifecycle,
    log,
    parts,
    crew,
    start: parts.start,
    close: parts.stop,
  }
}
