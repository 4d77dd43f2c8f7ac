/** npm repeats a signal that the terminal has sent already; a person is slower than this. */
const REPEATED = 500

/** The first SIGINT or SIGTERM stops in order, within the timeout and a second more; the next one at once. */
export function stopOnSignal(stop: () => Promise<void>, timeout: number) {
  let stoppingSince: number | undefined

  function onSignal() {
    if (stoppingSince !== undefined) {
      if (Date.now() - stoppingSince > REPEATED) process.exit(1)
      return
    }
    stoppingSince = Date.now()
    setTimeout(() => process.exit(1), timeout + 1000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }

  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
