import { setTimeout as sleep } from 'node:timers/promises'

/** Gives a lock back. */
export type Unlock = () => void

/**
 * Takes a lock that the kernel gives back when its holder dies, however it dies; undefined when
 * another process holds it. Node has no flock, but the SQLite inside it locks files.
 */
export async function takeLock(path: string): Promise<Unlock | undefined> {
  const { DatabaseSync } = await import('node:sqlite')
  const file = new DatabaseSync(path, { timeout: 0 })
  try {
    file.exec('begin exclusive')
    return () => file.close()
  } catch (error) {
    file.close()
    if (isBusy(error)) return undefined
    throw error
  }
}

/** Waits for a lock; undefined when it is still taken after `patience` milliseconds. */
export async function awaitLock(path: string, patience: number): Promise<Unlock | undefined> {
  const end = Date.now() + patience
  for (;;) {
    const unlock = await takeLock(path)
    if (unlock || Date.now() > end) return unlock
    await sleep(50)
  }
}

const busy = 5
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === busy
