import type { Log } from './log.ts'

/**
 * Lets a running app tell more: `kill -USR2` makes its level debug (trace, where that is the usual one
 * already), and a second one what it was. Requests from then on have it, unless the app was started
 * silent: nothing was built for their lines then. Windows has no such signal.
 */
export function switchLevelOnSignal(log: Log) {
  if (process.platform === 'win32') return
  const usual = log.level
  const more = usual === 'debug' ? 'trace' : 'debug'

  process.on('SIGUSR2', () => {
    const level = log.level === usual ? more : usual
    // Said while the log tells more: at its usual level nobody might read it.
    log.level = more
    log.info({ now: level }, 'the level of the log has changed')
    log.level = level
  })
}
