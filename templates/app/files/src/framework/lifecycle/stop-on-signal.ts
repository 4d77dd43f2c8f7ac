/** npm repeats a signal that the terminal has sent already; a person is slower than this. */
const REPEATED = 500

/**
 * Calls `stop` at the first SIGINT or SIGTERM and `stopNow` when somebody sends another one. What it
 * returns is a way to stop without a signal; `stop` is called once at most.
 */
export function onStopSignal(stop: () => void, stopNow: () => void) {
  let stoppingSince: number | undefined

  function begin() {
    if (stoppingSince !== undefined) return
    stoppingSince = Date.now()
    stop()
  }

  function onSignal() {
    if (stoppingSince !== undefined && Date.now() - stoppingSince > REPEATED) stopNow()
    begin()
  }

  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return begin
}

/**
 * The first SIGINT or SIGTERM stops in order, within the timeout and a second more; the next one at
 * once. What it returns stops in order as well, however often it is called.
 */
export function stopOnSignal(stop: () => Promise<void>, timeout: number) {
  function stopInOrder() {
    setTimeout(() => process.exit(1), timeout + 1000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  return onStopSignal(stopInOrder, () => process.exit(1))
}
