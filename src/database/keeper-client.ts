import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

import { elifError } from '../errors/elif-error.ts'
import { makeFolder } from '../files/folder.ts'
import { closeLog, logFrom, logSize, openLog } from '../files/log-file.ts'
import { readText } from '../files/read-text.ts'
import { askKeeper, type Lease } from './ask-keeper.ts'
import { folderFault } from './folder-fault.ts'
import { keeperEntry } from './keeper-entry.ts'
import { keeperFailure } from './keeper-failure.ts'
import { type KeeperRecord, readRecord } from './keeper-message.ts'
import { takeLock, type Unlock } from '../files/lock.ts'
import { type ServerKind, type ServerPlace, serverPlace } from './server-place.ts'
import { type Environment, keeperEnvironment } from './server-settings.ts'

export type LeaseOptions = {
  kind: ServerKind
  env: Environment
  onProgress?: ((doing: string) => void) | undefined
}

const patience = 180

/** Takes a lease on a server, bringing it up when it is not there. */
export async function openLease({ kind, env, onProgress }: LeaseOptions): Promise<Lease> {
  if (process.platform === 'win32') {
    throw elifError('database-platform-unsupported', { platform: 'Windows' })
  }
  const place = serverPlace(kind, env)
  makeStateFolder(place)
  const end = Date.now() + patience * 1000
  let turn: Unlock | undefined
  let keeper: Keeper | undefined
  try {
    while (Date.now() < end) {
      const record = readRecord(readText(place.record))
      const asking = { request: 'lease', patience: end - Date.now(), onProgress } as const
      const lease = record && (await askKeeper(record.socket, asking))
      if (lease) return lease
      if (keeper) keeper = stillStarting(keeper, place, record)
      turn ??= await takeLock(`${place.lock}.start`)
      if (turn) keeper ??= startKeeper(kind, env, place.keeperLog)
      await sleep(20)
    }
  } finally {
    turn?.()
  }
  throw elifError('database-keeper-silent', { seconds: patience, log: place.keeperLog })
}

function makeStateFolder({ folder, user }: ServerPlace): void {
  try {
    makeFolder(folder, { mode: user ? 0o711 : 0o700 })
  } catch (error) {
    throw folderFault(error, folder)
  }
}

/** Undefined when the keeper left in peace, because another one is there; its failure is thrown. */
function stillStarting(keeper: Keeper, place: ServerPlace, record: KeeperRecord | undefined) {
  const code = keeper.code()
  if (code === undefined) return keeper
  if (record?.failure && record.keeper === keeper.pid) throw keeperFailure(record.failure)
  if (code === 0) return undefined
  throw elifError('database-keeper-failed', { reason: keeper.reason(), log: place.keeperLog })
}

type Keeper = { pid: number | undefined; code: () => number | undefined; reason: () => string }

/** A keeper of its own session, so that neither Ctrl-C nor a closed terminal reaches it. */
function startKeeper(kind: ServerKind, env: Environment, logPath: string): Keeper {
  const before = logSize(logPath)
  const log = openLog(logPath)
  const child = spawn(process.execPath, [keeperEntry(), kind], {
    cwd: '/',
    detached: true,
    env: keeperEnvironment(env),
    stdio: ['ignore', log, log],
  })
  closeLog(log)
  child.unref()
  let code: number | undefined
  child.once('exit', (status) => (code = status ?? 1))
  child.once('error', () => (code = 1))
  return { pid: child.pid, code: () => code, reason: () => complaintIn(logFrom(logPath, before)) }
}

/** The line of an uncaught error among its stack and source. */
const complaintIn = (log: string) =>
  log.split('\n').find((line) => /^\w*Error\b.*: /.test(line)) ?? 'it said nothing.'
