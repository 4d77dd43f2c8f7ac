import cluster from 'node:cluster'
import { closeSync, openSync } from 'node:fs'

import { systemClock } from '../clock/clock.ts'
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
  let stoppingSince: number | undefined

  function stop() {
    const isMeant = stoppingSince !== undefined && Date.now() - stoppingSince > REPEATED
    if (isMeant) supervisor.kill()
    stoppingSince ??= Date.now()
    void supervisor.stop()
  }

  async function restart() {
    // The same signal says that the terminal is gone where the app runs in one.
    if (isHungUp()) return stop()
    log.info('the workers are replaced, one after the other')
    if (await supervisor.restart()) log.info('all workers were replaced')
  }

  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  if (process.platform !== 'win32') {
    process.on('SIGHUP', restart)
    process.on('SIGUSR2', () => supervisor.signal('SIGUSR2'))
  }
  void supervisor.over.then((as) => process.exit(as === 'failed' ? 1 : 0))
  await supervisor.start()
  log.info({ workers: settings.count }, 'the workers are ready')
  process.send?.('ready')
}

/** npm repeats a signal that the terminal has sent already; a person is slower than this. */
const REPEATED = 500

function isHungUp() {
  if (!process.stdin.isTTY) return false
  try {
    closeSync(openSync('/dev/tty', 'r'))
    return false
  } catch {
    return true
  }
}
