import { setTimeout as sleep } from 'node:timers/promises'

import { trimLog } from '../files/log-file.ts'
import { isRunning } from '../files/is-running.ts'
import type { KeeperDoor } from './keeper-door.ts'
import type { Postmaster } from './postmaster.ts'
import { openActivity } from './server-activity.ts'
import type { ServerPlace } from './server-place.ts'
import type { ServerSettings } from './server-settings.ts'

type Watched = {
  server: Postmaster
  place: ServerPlace
  settings: ServerSettings
  door: KeeperDoor
}

/** Why a server is not kept any longer. */
export type End = 'idle' | 'asked' | 'lost' | 'died'

/** Looks after a running server until there is a reason to end. */
export async function watchServer({ server, place, settings, door }: Watched): Promise<End> {
  const idle = settings.idleSeconds * 1000
  const activity = openActivity(server.sockets)
  let used = Date.now()
  const stop = new AbortController()
  const ask = () => stop.abort()
  door.onStop(ask)
  process.once('SIGTERM', ask).once('SIGINT', ask)
  try {
    for (let tick = 0; !stop.signal.aborted; tick += 1) {
      await sleep(pulse)
      if (!isRunning(server.pid)) return 'died'
      if (tick % beats(idle) !== 0) continue
      if (!door.isReachable()) return 'lost'
      trimLog(place.serverLog, 2 ** 20)
      if (door.leases() > 0 || (await activity.sinceLastLook())) used = Date.now()
      if (Date.now() - Math.max(used, door.lastUse()) >= idle) return 'idle'
    }
    return 'asked'
  } finally {
    process.off('SIGTERM', ask).off('SIGINT', ask)
    activity.close()
  }
}

/** Milliseconds between two looks at the process: cheap, a signal that is never delivered. */
const pulse = 250

/** Pulses between two looks at the sessions: every five seconds, more often when idle ends soon. */
const beats = (idle: number) => Math.max(1, Math.floor(Math.min(5000, idle / 4) / pulse))
