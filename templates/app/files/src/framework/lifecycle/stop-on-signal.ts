/** npm repeats a signal that the terminal has sent already; a person is slower than this. */
const REPEATED = 500

/**
 * The first SIGINT or SIGTERM stops in order, within the timeout and a second more; the next one at
 * once. What it returns stops in order as well, however often it is called.
 */
export function stopOnSignal(stop: () => Promise<void>, timeout: number) {
  let stoppingSince: number | undefined

  function begin() {
    if (stoppingSince !== undefined) return
    stoppingSince = Date.now()
    setTimeout(() => process.exit(1), timeout + 1000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }

  function onSignal() {
    const isMeant = stoppingSince !== undefined && Date.now() - stoppingSince > REPEATED
    if (isMeant) process.exit(1)
    begin()
  }

  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return begin
}
