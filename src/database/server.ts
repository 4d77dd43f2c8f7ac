import { connect } from 'node:net'

import { elifError } from '../errors/elif-error.ts'
import { removeTree } from '../files/file-system.ts'
import { kindOf } from '../files/place.ts'
import { isRunning } from '../files/is-running.ts'
import { ownData, prepareData } from './data-folder.ts'
import { type Postmaster, startPostmaster, stopPostmaster, untilReady } from './postmaster.ts'
import { disownPostmasterFile, readPostmasterFile, runningPostmaster } from './postmaster-file.ts'
import { type ServerPlace, serverSocket } from './server-place.ts'

/** Brings the server up: one that still runs is taken over, else it is started. Needs the lock. */
export async function openServer(
  place: ServerPlace,
  say: (doing: string) => void,
): Promise<Postmaster> {
  for (const data of ownData(place)) {
    const running = await takeOver(place, data)
    if (running) return running
  }
  await clearSocket(serverSocket(place.sockets))
  const prepared = await prepareData(place, say)
  say(`Starting the ${place.kind} PostgreSQL server`)
  return startPostmaster(place, prepared)
}

/** A server whose keeper was killed goes on as it is; what does not answer is ended first. */
async function takeOver(place: ServerPlace, data: string): Promise<Postmaster | undefined> {
  const pid = runningPostmaster(data)?.pid
  if (pid === undefined) return void disownPostmasterFile(data)
  await untilReady(place, data, pid)
  const sockets = readPostmasterFile(data)?.sockets ?? ''
  if (await answers(serverSocket(sockets))) return { pid, data, sockets }
  await stopPostmaster(place.kind, pid)
  if (!isRunning(pid)) return undefined
  throw elifError('database-data-in-use', { folder: data, pid })
}

/** No server of ours runs, so a socket that answers is foreign, and one that does not is left over. */
export async function clearSocket(path: string): Promise<void> {
  const kind = kindOf(path)
  const foreign = kind === 'socket' ? await answers(path) : kind !== 'missing'
  if (foreign) throw elifError('database-socket-occupied', { path })
  removeTree(path)
  removeTree(`${path}.lock`)
}

/** Whether somebody takes connections at a socket. */
export function answers(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(path)
  const end = (answer: boolean) => {
    socket.destroy()
    resolve(answer)
  }
  socket.setTimeout(5000, () => end(false))
  socket.once('connect', () => end(true))
  socket.once('error', () => end(false))
  return promise
}
