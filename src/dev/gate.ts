/**
 * Holds requests from the first sign of a change until the new code answers. Whoever waits longer
 * than the cap goes on, so that a hanging start never hangs a client.
 */
export function createGate(cap: number) {
  let opening: PromiseWithResolvers<void> | undefined

  return {
    close() {
      opening ??= Promise.withResolvers<void>()
    },

    open() {
      opening?.resolve()
      opening = undefined
    },

    async pass(): Promise<void> {
      if (!opening) return
      const late = Promise.withResolvers<void>()
      const timer = setTimeout(late.resolve, cap)
      await Promise.race([opening.promise, late.promise])
      clearTimeout(timer)
    },
  }
}
