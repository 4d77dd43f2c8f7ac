import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { elifError } from '../errors/elif-error.ts'
import { closeLog, logFrom, logSize, openLog } from '../files/log-file.ts'
import { isRunning } from '../files/is-running.ts'
import type { Prepared } from './data-folder.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { serverArguments } from './server-arguments.ts'
import type { ServerKind, ServerPlace } from './server-place.ts'
import { startError } from './start-error.ts'

/** A server that answers: started here, or found running after its keeper was killed. */
export type Postmaster = { pid: number; data: string; sockets: string }

/** Seconds for a start with crash recovery, and for a stop that writes everything down. */
export const patience = 90

/** Starts a server on its data folder and waits until it takes connections. */
export async function startPostmaster(place: ServerPlace, prepared: Prepared): Promise<Postmaster> {
  const before = logSize(place.serverLog)
  const log = openLog(place.serverLog)
  const child = spawn(
    join(prepared.binaries, 'bin', 'postgres'),
    serverArguments(place, prepared.data),
    {
      ...place.user,
      cwd: '/',
      detached: true,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log],
    },
  )
  closeLog(log)
  child.unref()
  const failed = Promise.withResolvers<never>()
  child.once('error', (error) => failed.reject(startError(place, prepared.data, error.message)))
  child.once('exit', () =>
    failed.reject(startError(place, prepared.data, logFrom(place.serverLog, before))),
  )
  failed.promise.catch(() => {})
  await Promise.race([failed.promise, untilReady(place, prepared.data, child.pid)])
  return { pid: child.pid ?? 0, data: prepared.data, sockets: place.sockets }
}

/** Waits until a server has written that it is ready; what an earlier one wrote does not count. */
export async function untilReady(
  place: ServerPlace,
  data: string,
  pid: number | undefined,
): Promise<void> {
  const end = Date.now() + patience * 1000
  for (;;) {
    const noted = readPostmasterFile(data)
    if (noted?.ready && noted.pid === pid) return
    if (Date.now() > end) throw timeoutError(place)
    await sleep(5)
  }
}

/** Stops a server: a durable one writes everything down first, a fast one is simply ended. */
export async function stopPostmaster(kind: ServerKind, pid: number): Promise<void> {
  const ways = kind === 'durable' ? gentle : quick
  for (const [signal, seconds] of ways) {
    if (!isRunning(pid)) return
    process.kill(pid, signal)
    if (await isGone(pid, seconds)) return
  }
}

const quick: [NodeJS.Signals, number][] = [
  ['SIGQUIT', 10],
  ['SIGKILL', 10],
]
const gentle: [NodeJS.Signals, number][] = [
  ['SIGINT', patience],
  ['SIGQUIT', 30],
  ['SIGKILL', 10],
]

async function isGone(pid: number, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000
  while (isRunning(pid)) {
    if (Date.now() > end) return false
    await sleep(5)
  }
  return true
}

const timeoutError = ({ kind, serverLog }: ServerPlace) =>
  elifError('database-start-timeout', { server: kind, seconds: patience, log: serverLog })
