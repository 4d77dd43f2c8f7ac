import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { type FileSystem, namesIn, statusOf } from '../files/file-system.ts'
import { isRunning, processStart } from '../files/process-start.ts'
import { readText } from '../files/read-text.ts'
import { hasCode } from '../files/system-error.ts'
import { parseJson } from '../text/parse-json.ts'
import { localFolder, makeLocalFolders } from './local-folder.ts'

const Holder = z.object({
  pid: z.number(),
  started: z.string().optional(),
  host: z.string(),
  command: z.string(),
  token: z.string(),
})
type Holder = z.infer<typeof Holder>

/** `patience` in milliseconds is how long to wait for one's turn. */
export type LockOptions = { command: string; disk: FileSystem; patience?: number }

const pathOf = (root: string) => join(localFolder(root), 'lock')

/** Does the work while no other elif writes to the app; waits a while for its turn. */
export async function withLock<Result>(
  root: string,
  { command, disk, patience = 10_000 }: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const token = await lock(root, command, disk, Date.now() + patience)
  try {
    return await work()
  } finally {
    release(root, token, disk)
  }
}

/** A lock that cannot be removed does no harm: it is stale as soon as this process has ended. */
function release(root: string, token: string, disk: FileSystem) {
  try {
    if (holderOf(pathOf(root))?.token === token) disk.unlink(pathOf(root))
  } catch {
    return
  }
}

async function lock(root: string, command: string, disk: FileSystem, end: number) {
  const token = randomBytes(8).toString('hex')
  const started = processStart(process.pid)
  const me: Holder = {
    pid: process.pid,
    host: hostname(),
    command,
    token,
    ...(started && { started }),
  }
  while (!taken(root, me, disk)) {
    const holder = holderOf(pathOf(root))
    if (holder && isStale(holder)) clear(pathOf(root), holder, disk)
    else if (Date.now() >= end && statusOf(pathOf(root))) throw heldBy(root, holder)
    else await wait(25)
  }
  sweep(root, disk)
  return token
}

/** A link appears at one stroke and with its contents, so nobody reads a half-written lock. */
function taken(root: string, me: Holder, disk: FileSystem): boolean {
  makeLocalFolders(root, disk)
  const draft = `${pathOf(root)}.${me.token}`
  try {
    disk.write(draft, JSON.stringify(me), { kind: 'asked', mode: 0o666 })
    disk.link(draft, pathOf(root))
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST', 'ENOENT')) return false
    throw error
  } finally {
    if (statusOf(draft)) disk.unlink(draft)
  }
}

/** Its process has ended, or its number belongs to another one by now. */
function isStale({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return false
  if (!isRunning(pid)) return true
  return started !== undefined && processStart(pid) !== started
}

/** Moved aside first: if another elif was quicker, what we hold is its lock and goes back. */
function clear(path: string, stale: Holder, disk: FileSystem) {
  const aside = `${path}.${randomBytes(8).toString('hex')}`
  try {
    disk.rename(path, aside)
    if (holderOf(aside)?.token !== stale.token) disk.link(aside, path)
    disk.unlink(aside)
  } catch (error) {
    if (!hasCode(error, 'ENOENT', 'EEXIST')) throw error
  }
}

/** Drafts of processes that were killed on their way to the lock; one half-written is none. */
function sweep(root: string, disk: FileSystem) {
  for (const name of namesIn(localFolder(root))) {
    if (!/^lock\.[0-9a-f]{16}$/.test(name)) continue
    const path = join(localFolder(root), name)
    const holder = holderOf(path)
    if (!holder || isStale(holder)) disk.unlink(path)
  }
}

function holderOf(path: string): Holder | undefined {
  return Holder.safeParse(parseJson(readText(path) ?? '')).data
}

function heldBy(root: string, holder: Holder | undefined) {
  const path = pathOf(root)
  if (!holder) return elifError('lock-unreadable', { lock: path })
  return elifError('workspace-locked', { pid: holder.pid, command: holder.command, lock: path })
}
