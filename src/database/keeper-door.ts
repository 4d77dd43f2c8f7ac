import { createServer, type Socket } from 'node:net'

import { elifError } from '../errors/elif-error.ts'
import { makeFolder, type Owner } from '../files/folder.ts'
import { identityOf, isOpenToAll, kindOf, ownerOf } from '../files/place.ts'
import { type KeeperMessage, onLine, readRequest, writeLine } from './keeper-message.ts'
import { clearSocket } from './server.ts'
import { keeperSocket, type ServerPlace } from './server-place.ts'

/** The socket where clients take leases: a lease is an open connection, so a dead client has none. */
export type KeeperDoor = {
  /** Tells everybody who has asked, and everybody who asks later, until told otherwise. */
  tell(message: KeeperMessage): void
  leases(): number
  /** When the last lease was given back. */
  lastUse(): number
  /** False when the socket was removed or replaced: nobody can find this keeper any more. */
  isReachable(): boolean
  onStop(listener: () => void): void
  /** Lets nobody else in. */
  shut(): void
  /** Lets nobody else in and sends everybody away. */
  close(): void
}

export async function openKeeperDoor(place: ServerPlace): Promise<KeeperDoor> {
  makeSocketFolder(place.sockets, place.user)
  const path = keeperSocket(place.sockets)
  await clearSocket(path)
  const listeners = new Set<Socket>()
  const leases = new Set<Socket>()
  let last: KeeperMessage | undefined
  let used = Date.now()
  let stop: (() => void) | undefined
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.once('close', () => {
      listeners.delete(socket)
      if (leases.delete(socket)) used = Date.now()
    })
    onLine(socket, (line) => {
      const request = readRequest(line)
      if (!request) return
      if (request === 'stop') stop?.()
      if (request === 'lease') leases.add(socket)
      listeners.add(socket)
      if (last) socket.write(writeLine(last))
    })
  })
  await listen(server, path)
  const identity = identityOf(path)
  return {
    tell(message) {
      last = message
      for (const socket of listeners) socket.write(writeLine(message))
    },
    leases: () => leases.size,
    lastUse: () => used,
    isReachable: () => identityOf(path) === identity,
    onStop: (listener) => (stop = listener),
    shut: () => void server.close(),
    close() {
      server.close()
      for (const socket of listeners) socket.end()
    },
  }
}

function listen(server: ReturnType<typeof createServer>, path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(path, resolve)
  return promise
}

/** A private folder in a private folder, because /tmp may hold one that someone else prepared. */
function makeSocketFolder(path: string, user: Owner): void {
  const parent = path.slice(0, path.lastIndexOf('/'))
  if (kindOf(parent) === 'missing') makeFolder(parent, { mode: user ? 0o711 : 0o700 })
  const mine = process.getuid?.()
  const isMine = kindOf(parent) === 'folder' && ownerOf(parent) === mine && !isOpenToAll(parent)
  if (!isMine) throw elifError('database-folder-foreign', { path: parent })
  makeFolder(path, { mode: 0o700, owner: user })
}
