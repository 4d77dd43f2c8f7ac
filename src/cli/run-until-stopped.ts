export type Running = { close(options?: { now?: boolean }): Promise<void> }

const repeated = 500

/**
 * Starts something and keeps it until a signal asks to stop. A second signal leaves it no time to
 * finish; npm repeats at once what the terminal has sent, which nobody means as a second wish.
 */
export async function runUntilStopped(start: () => Promise<Running>): Promise<void> {
  const stopped = Promise.withResolvers<void>()
  let running: Running | undefined
  let since: number | undefined

  function stop() {
    if (since !== undefined && Date.now() - since < repeated) return
    if (since === undefined) stopped.resolve()
    else if (running) void running.close({ now: true })
    else process.exit(130)
    since ??= Date.now()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

  running = await start()
  await stopped.promise
  await running.close()
}
