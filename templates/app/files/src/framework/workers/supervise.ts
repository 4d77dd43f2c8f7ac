import cluster from 'node:cluster'
import { closeSync, openSync } from 'node:fs'

import { systemClock } from '../clock/clock.ts'
import { onStopSignal } from '../lifecycle/stop-on-signal.ts'
import type { Log } from '../log/log.ts'
import { createSupervisor, type CrewSettings } from './supervisor.ts'

/** Whether this process is to start others that serve, instead of serving itself. */
export const supervises = ({ count }: Pick<CrewSettings, 'count'>) => count > 1 && cluster.isPrimary

/**
 * Starts the workers and keeps them: SIGTERM and SIGINT stop all of them in order, SIGHUP restarts
 * them one after the other, SIGUSR2 switches the level of their logs.
 */
export async function supervise(settings: CrewSettings, log: Log) {
  const supervisor = createSupervisor(settings, { log, clock: systemClock })
  const stop = onStopSignal(() => void supervisor.stop(), supervisor.kill)

  async function restart() {
    // The same signal says that the terminal is gone where the app runs in one.
    if (isHungUp()) return stop()
    log.info('the workers are replaced, one after the other')
    if (await supervisor.restart()) log.info('all workers were replaced')
  }

  if (process.platform !== 'win32') {
    process.on('SIGHUP', restart)
    process.on('SIGUSR2', () => supervisor.signal('SIGUSR2'))
  }
  void supervisor.over.then((as) => process.exit(as === 'failed' ? 1 : 0))
  if (!(await supervisor.start())) return
  log.info({ workers: settings.count }, 'the workers are ready')
  process.send?.('ready')
}

function isHungUp() {
  if (!process.stdin.isTTY) return false
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return false
  } catch {
    return true
  }
}
