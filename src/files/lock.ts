import { accessSync, closeSync, constants, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { statusOf } from './file-system.ts'
import { hasCode } from './system-error.ts'

/** Gives a lock back. */
export type Unlock = () => void

/**
 * Takes a lock that the kernel gives back when its holder dies, however it dies; undefined when
 * another process holds it. Node has no flock, but the SQLite inside it locks files, on every
 * system. The file stays empty and is never removed: a second one beside it would be a second lock.
 */
export async function takeLock(path: string): Promise<Unlock | undefined> {
  const { DatabaseSync } = await import('node:sqlite')
  // SQLite opens a file that is not ours read-only, and then locks it only against writers.
  if (statusOf(path)) accessSync(path, constants.W_OK)
  else createEmpty(path)
  try {
    const file = new DatabaseSync(path, { timeout: 0 })
    return locked(file)
  } catch (cause) {
    throw elifError('lock-refused', { lock: path, reason: messageOf(cause) }, { cause })
  }
}

/** SQLite would make it too, but not say why it cannot. Never opened again: a close frees locks. */
function createEmpty(path: string) {
  try {
    closeSync(openSync(path, 'wx'))
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}

type LockFile = { exec(command: string): void; close(): void }

function locked(file: LockFile): Unlock | undefined {
  try {
    // Without a journal of SQLite's own: a full disk has no room for one, a kill would leave it.
    file.exec('pragma journal_mode = memory; begin exclusive')
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
    if (unlock || Date.now() >= end) return unlock
    await sleep(25)
  }
}

const busy = 5
const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === busy
