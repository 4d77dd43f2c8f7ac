import { Agent } from 'node:http'

/** Where the front door sends requests: one running app, with a count of what it still answers. */
export function createTarget(port: number) {
  const agent = new Agent({ keepAlive: true })
  let open = 0
  let onIdle: (() => void) | undefined

  return {
    port,
    agent,

    /** Counts a request or a connection in; the function it returns counts it out, once. */
    enter() {
      let entered = true
      open += 1
      return () => {
        if (!entered) return
        entered = false
        open -= 1
        if (open === 0) onIdle?.()
      }
    },

    /** Resolves when nothing is being answered any more, or after the cap. */
    async idle(cap: number): Promise<void> {
      if (open === 0) return
      const { promise, resolve } = Promise.withResolvers<void>()
      onIdle = resolve
      const timer = setTimeout(resolve, cap)
      await promise
      clearTimeout(timer)
    },

    close: () => agent.destroy(),
  }
}

export type Target = ReturnType<typeof createTarget>
