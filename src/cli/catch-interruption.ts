const signals = ['SIGINT', 'SIGTERM'] as const

/** The first Ctrl-C ends what is under way, so that elif can put things right; a second ends elif. */
export function catchInterruption() {
  const controller = new AbortController()
  const stop = () => (controller.signal.aborted ? process.exit(130) : controller.abort())
  for (const signal of signals) process.on(signal, stop)
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, stop)
    },
  }
}
