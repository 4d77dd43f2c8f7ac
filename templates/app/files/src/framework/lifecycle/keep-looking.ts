/** In milliseconds: how often to look while all is well, and the first and the longest wait while it is not. */
export type Pace = { every: number; first: number; most: number }

/** Looks again and again: soon after a failure, then ever more seldom until a look succeeds. */
export function keepLooking(look: () => Promise<void>, { every, first, most }: Pace) {
  let failures = 0
  let isOver = false
  let looking: Promise<void> | undefined
  let next: NodeJS.Timeout | undefined

  async function lookAndGoOn() {
    clearTimeout(next)
    try {
      await look()
      failures = 0
    } catch (error) {
      failures += 1
      throw error
    } finally {
      const wait = failures === 0 ? every : Math.min(most, first * 2 ** (failures - 1))
      if (!isOver) next = setTimeout(() => now().catch(() => {}), wait).unref()
    }
  }

  /** Who asks while somebody else does gets the same answer. */
  const now = () => (looking ??= lookAndGoOn().finally(() => (looking = undefined)))

  async function end() {
    isOver = true
    clearTimeout(next)
    await looking?.catch(() => {})
  }

  return { now, end }
}
