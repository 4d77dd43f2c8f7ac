import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { elifError } from '../errors/elif-error.ts'
import { makeFolder } from '../files/folder.ts'
import { closeLog, openLog } from '../files/log-file.ts'
import { readText } from '../files/read-text.ts'
import { keeperEntry } from './keeper-entry.ts'
import { keeperFailure } from './keeper-failure.ts'
import {
  type KeeperMessage,
  type KeeperRecord,
  onLine,
  readMessage,
  readRecord,
} from './keeper-message.ts'
import { takeLock, type Unlock } from './lock.ts'
import { type ServerKind, type ServerPlace, serverPlace } from './server-place.ts'
import { type Environment, keeperEnvironment } from './server-settings.ts'

export type Ready = Extract<KeeperMessage, { state: 'ready' }>

/** A running server that stays until its lease is given back. */
export type Lease = Ready & { socket: Socket }

type Options = { kind: ServerKind; env: Environment; onProgress?: (doing: string) => void }

const patience = 180

/** Takes a lease on a server, bringing it up when it is not there. */
export async function openLease({ kind, env, onProgress }: Options): Promise<Lease> {
  const place = serverPlace(kind, env)
  makeFolder(place.folder, { mode: place.user ? 0o711 : 0o700 })
  const end = Date.now() + patience * 1000
  let turn: Unlock | undefined
  let keeper: Keeper | undefined
  try {
    while (Date.now() < end) {
      const record = readRecord(readText(place.record))
      const lease = record && (await askKeeper(record.socket, { end, onProgress }))
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

/** Undefined when the keeper left in peace, because another one is there; its failure is thrown. */
function stillStarting(keeper: Keeper, place: ServerPlace, record: KeeperRecord | undefined) {
  const code = keeper.code()
  if (code === undefined) return keeper
  if (record?.failure && record.keeper === keeper.pid) throw keeperFailure(record.failure)
  if (code === 0) return undefined
  throw elifError('database-keeper-failed', { log: place.keeperLog })
}

type Keeper = { pid: number | undefined; code: () => number | undefined }

/** A keeper of its own session, so that neither Ctrl-C nor a closed terminal reaches it. */
function startKeeper(kind: ServerKind, env: Environment, logPath: string): Keeper {
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
  return { pid: child.pid, code: () => code }
}

type Waiting = { end: number; onProgress: ((doing: string) => void) | undefined }

/** Undefined when nobody is there, or when whoever was there left without an answer. */
function askKeeper(path: string, { end, onProgress }: Waiting): Promise<Lease | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Lease | undefined>()
  const socket = connect(path)
  const late = setTimeout(() => socket.destroy(), Math.max(end - Date.now(), 0))
  socket.once('error', () => socket.destroy())
  socket.once('close', () => resolve(undefined))
  onLine(socket, (line) => {
    const message = readMessage(line)
    if (message?.state === 'starting') onProgress?.(message.doing)
    if (message?.state === 'failed') reject(keeperFailure(message.failure))
    if (message?.state === 'ready') resolve({ ...message, socket })
  })
  return promise.finally(() => clearTimeout(late))
}
