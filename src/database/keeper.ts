import { setTimeout as sleep } from 'node:timers/promises'

import { ElifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { removeTree } from '../files/file-system.ts'
import { trimLog } from '../files/log-file.ts'
import { readText } from '../files/read-text.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import { folderFault } from './folder-fault.ts'
import { type KeeperDoor, openKeeperDoor } from './keeper-door.ts'
import { type Failure, type KeeperRecord, readRecord } from './keeper-message.ts'
import { awaitLock, type Unlock } from '../files/lock.ts'
import { stopPostmaster } from './postmaster.ts'
import { answers, openServer } from './server.ts'
import { keeperSocket, type ServerPlace } from './server-place.ts'
import type { ServerSettings } from './server-settings.ts'
import { watchServer } from './watch-server.ts'

/** Keeps one server from its first lease until it is idle; answers whether all went well. */
export async function keep(place: ServerPlace, settings: ServerSettings): Promise<boolean> {
  for (const log of [place.keeperLog, place.serverLog]) trimLog(log, logLimit)
  const unlock = await takeTurn(place)
  if (!unlock) return true
  try {
    await keepLocked(place, settings)
    return true
  } catch (error) {
    noteFailure(place, failureOf(folderFault(error, place.folder)))
    throw error
  } finally {
    unlock()
  }
}

const logLimit = 2 ** 20

/** Undefined when another keeper is there; one that is about to leave is waited for. */
async function takeTurn(place: ServerPlace): Promise<Unlock | undefined> {
  for (let patience = 10_000; patience > 0; patience -= 100) {
    const unlock = await awaitLock(place.lock, 100)
    if (unlock) return unlock
    const other = readRecord(readText(place.record))?.socket
    if (other && (await answers(other))) return undefined
  }
  return undefined
}

async function keepLocked(place: ServerPlace, settings: ServerSettings): Promise<void> {
  const door = await openKeeperDoor(place)
  record(place)
  try {
    await serve(place, settings, door)
  } catch (error) {
    door.tell({ state: 'failed', failure: failureOf(folderFault(error, place.folder)) })
    await sleep(timeToListen)
    throw error
  } finally {
    door.close()
  }
}

/** A server that dies is started again, though not for ever. */
async function serve(place: ServerPlace, settings: ServerSettings, door: KeeperDoor) {
  const starts: number[] = []
  for (;;) {
    const server = await openServer(place, (doing) => door.tell({ state: 'starting', doing }))
    const { pid, sockets, data } = server
    starts.push(Date.now())
    door.tell({ state: 'ready', pid, sockets, data })
    const end = await watchServer({ server, place, settings, door })
    if (end === 'died' && !isHopeless(starts)) continue
    door.shut()
    await stopPostmaster(place.kind, pid)
    if (place.kind === 'fast') removeTree(data)
    if (end === 'asked') door.tell({ state: 'stopped' })
    return
  }
}

const isHopeless = (starts: number[]) =>
  starts.filter((start) => start > Date.now() - 60_000).length >= 5

function record(place: ServerPlace, failure?: Failure): void {
  const socket = keeperSocket(place.sockets)
  const content: KeeperRecord = { keeper: process.pid, socket, ...(failure ? { failure } : {}) }
  writeAtomic(place.record, `${JSON.stringify(content)}\n`, { mode: 0o600 })
}

/** Milliseconds in which those who connected while a file was copied still get their answer. */
const timeToListen = 50

/** For the client that could not connect. A full disk may not even hold this. */
function noteFailure(place: ServerPlace, failure: Failure): void {
  try {
    record(place, failure)
  } catch {}
}

function failureOf(error: unknown): Failure {
  if (error instanceof ElifError) return { code: error.code, says: error.message, hint: error.hint }
  return { code: '', says: messageOf(error), hint: '' }
}
