import { setTimeout as sleep } from 'node:timers/promises'

/** Asks an app until it says that it is ready; false when it ends before, or after a minute. */
export async function becomesReady(url: string, alive: () => boolean): Promise<boolean> {
  const until = Date.now() + 60_000
  while (alive() && Date.now() < until) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined)
    if (answer?.ok) return true
    await sleep(50)
  }
  return false
}
