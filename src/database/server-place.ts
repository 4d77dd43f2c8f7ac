import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'

import type { Owner } from '../files/folder.ts'
import { isPassable, ownerOf } from '../files/place.ts'
import { shortRuntimeFolder, userFolders, userNumber } from '../files/user-folders.ts'
import { type Environment, readServerSettings } from './server-settings.ts'
import { serverUser } from './server-user.ts'

/** `durable` keeps development data safe on disk; `fast` may lose everything and serves tests. */
export type ServerKind = 'durable' | 'fast'

/** Every path of one server. Two users, or two sets of XDG folders, never share one. */
export type ServerPlace = {
  kind: ServerKind
  user: Owner
  /** Holds binaries and freshly initialised data folders, shared by both servers. */
  cache: string
  /** Holds lock, record, logs and the durable data. */
  folder: string
  lock: string
  record: string
  keeperLog: string
  serverLog: string
  /** Data folders in order of preference. */
  data: string[]
  /** Holds the sockets of the server and of its keeper. */
  sockets: string
}

export const postgresMajor = 18
export const serverPort = 5432
const socketFile = `.s.PGSQL.${serverPort}`

/** Where the server of a kind lies for the user this environment describes. */
export function serverPlace(kind: ServerKind, env: Environment): ServerPlace {
  const user = serverUser()
  const folders = reachableFolders(env, user)
  const name = `postgres-${postgresMajor}-${kind}`
  const folder = join(folders.state, name)
  const own = `${name}-${shortHash(folder)}`
  const inMemory = join(readServerSettings(env).memoryFolder, `elif-${userNumber()}-${own}`)
  const fast = [inMemory, join(folders.cache, own)]
  return {
    kind,
    user,
    cache: join(folders.cache, 'postgres'),
    folder,
    lock: join(folder, 'lock'),
    record: join(folder, 'record.json'),
    keeperLog: join(folder, 'keeper.log'),
    serverLog: join(folder, 'server.log'),
    data: kind === 'durable' ? [join(folder, 'data')] : fast,
    sockets: socketFolder(folders.runtime, own),
  }
}

export const serverSocket = (sockets: string) => join(sockets, socketFile)
export const keeperSocket = (sockets: string) => join(sockets, 'keeper.sock')

export const shortHash = (text: string) =>
  createHash('sha256').update(text).digest('hex').slice(0, 8)

/** As root the server runs as someone else, who cannot pass root's home: then system folders. */
function reachableFolders(env: Environment, user: Owner) {
  const { cache, state, runtime: wanted } = userFolders(env)
  const runtime = isOwn(dirname(wanted)) ? wanted : shortRuntimeFolder()
  if (!user) return { cache, state, runtime }
  const passable = (path: string) => isPassable(path, user.uid)
  return {
    cache: passable(cache) ? cache : '/var/cache/elif',
    state: passable(state) ? state : join('/var/lib/elif', shortHash(state)),
    runtime: passable(runtime) ? runtime : shortRuntimeFolder(),
  }
}

/** `su` and `sudo` hand down the XDG_RUNTIME_DIR of another user, or one that is not there. */
const isOwn = (path: string) => ownerOf(path) === userNumber()

/** The kernel takes socket paths of 107 bytes, macOS 103. */
function socketFolder(runtime: string, own: string): string {
  const folder = join(runtime, own)
  const fits = Buffer.byteLength(join(folder, socketFile)) <= 103
  return fits ? folder : join(shortRuntimeFolder(), own)
}
