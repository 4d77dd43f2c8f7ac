import { dirname, join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { fileSystem, removeTree } from '../files/file-system.ts'
import { giveFolder, makeFolder, type Owner } from '../files/folder.ts'
import { freeBytes, isPassable, kindOf, ownerOf } from '../files/place.ts'
import { readText } from '../files/read-text.ts'
import { userNumber } from '../files/user-folders.ts'
import { awaitLock } from '../files/lock.ts'
import { deliveredBinaries, installBinaries } from './binaries.ts'
import { copyChecked } from './folder-fault.ts'
import { initialisedFolder, syncFolder } from './initialise.ts'
import { postgresMajor, type ServerPlace } from './server-place.ts'

/** A data folder ready to be opened by the server in `binaries`. */
export type Prepared = { binaries: string; data: string }

/** Makes sure that binaries and data are there; `say` tells what takes its time. */
export async function prepareData(place: ServerPlace, say: (doing: string) => void) {
  const { binaries, initialised } = await prepareCache(place, say)
  const prepare = place.kind === 'durable' ? durableData : fastData
  return { binaries, data: await prepare({ place, binaries, initialised }) }
}

async function prepareCache(place: ServerPlace, say: (doing: string) => void) {
  const delivered = deliveredBinaries()
  makeFolder(place.cache, { mode: 0o755 })
  const unlock = await awaitLock(join(place.cache, 'lock'), 180_000)
  if (!unlock) throw elifError('database-keeper-silent', { seconds: 180, log: place.keeperLog })
  try {
    const binaries = installBinaries(place.cache, delivered, say)
    const { kind, user } = place
    return { binaries, initialised: await initialisedFolder({ binaries, kind, user, say }) }
  } finally {
    unlock()
  }
}

/** The data folders that are ours: anybody may have put something into the folder in memory. */
export const ownData = ({ data, user }: ServerPlace) =>
  data.filter((each) => [undefined, userNumber(), user?.uid].includes(ownerOf(each)))

type Source = { place: ServerPlace; binaries: string; initialised: string }

/** Never removes or replaces what lies there: that is somebody's data, in whatever state. */
async function durableData({ place, binaries, initialised }: Source): Promise<string> {
  const [data = ''] = place.data
  if (kindOf(data) === 'missing') {
    const partial = `${data}.partial`
    try {
      fill(partial, initialised, place.user)
      await syncFolder(binaries, partial, place.user)
      fileSystem.rename(partial, data)
    } finally {
      removeTree(partial)
    }
    return data
  }
  const found = readText(join(data, 'PG_VERSION'))?.trim()
  if (found === String(postgresMajor)) return data
  const reason = found ? `it was made by PostgreSQL ${found}` : 'its file PG_VERSION is missing'
  throw elifError('database-data-broken', { folder: data, reason, log: place.serverLog })
}

/** Always a new copy: what an unclean end left in memory is not worth trusting. */
async function fastData({ place, initialised }: Source): Promise<string> {
  const [inMemory = '', onDisk = ''] = place.data
  for (const each of ownData(place)) removeTree(each)
  const isTaken = kindOf(inMemory) !== 'missing'
  if (isTaken || !hasRoom(dirname(inMemory), place.user)) {
    return fill(onDisk, initialised, place.user)
  }
  try {
    return fill(inMemory, initialised, place.user)
  } catch {
    removeTree(inMemory)
    return fill(onDisk, initialised, place.user)
  }
}

function fill(data: string, initialised: string, user: Owner): string {
  removeTree(data)
  makeFolder(data, { mode: 0o700 })
  copyChecked(initialised, data)
  giveFolder(data, user)
  return data
}

const wantedRoom = 512 * 2 ** 20

/** Whether a folder in memory may hold the data without starving the machine. */
function hasRoom(folder: string, user: Owner): boolean {
  if (kindOf(folder) !== 'folder' || !isPassable(folder, user?.uid ?? userNumber())) {
    return false
  }
  return freeBytes(folder) >= wantedRoom && process.availableMemory() >= 2 * wantedRoom
}
