import { execFile } from 'node:child_process'
import { join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { fileSystem, removeTree } from '../files/file-system.ts'
import { makeFolder, type Owner } from '../files/folder.ts'
import { kindOf } from '../files/place.ts'
import type { ServerKind } from './server-place.ts'

/** The superuser of both servers; connections are trusted, their folder is private. */
export const serverRole = 'elif'

type Options = {
  binaries: string
  kind: ServerKind
  user: Owner
  say: (doing: string) => void
}

/**
 * A freshly initialised data folder to copy from, made once per version and kind: a copy takes a
 * tenth of the time. The caller holds the cache's lock.
 */
export async function initialisedFolder({ binaries, kind, user, say }: Options): Promise<string> {
  const folder = `${binaries}-initialised-${kind}`
  if (kindOf(join(folder, 'PG_VERSION')) === 'file') return folder
  say(`Initialising PostgreSQL for the ${kind} server, once for this version`)
  const partial = `${folder}.partial`
  removeTree(partial)
  makeFolder(partial, { mode: 0o700, owner: user })
  await initdb(binaries, ['-D', partial, ...initdbArguments[kind]], user)
  removeTree(folder)
  fileSystem.rename(partial, folder)
  return folder
}

/** Sees to it that what was copied into a durable folder has reached the disk. */
export const syncFolder = (binaries: string, folder: string, user: Owner) =>
  initdb(binaries, ['-D', folder, '--sync-only'], user)

const common = [
  ['--no-sync', '--auth=trust', `--username=${serverRole}`, '--encoding=UTF8', '--locale=C'],
  ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
].flat()

const initdbArguments: Record<ServerKind, string[]> = {
  durable: common,
  fast: [...common, '--wal-segsize=1', '--no-data-checksums'],
}

const patience = 120_000

function initdb(binaries: string, parameters: string[], user: Owner): Promise<void> {
  const options = { ...user, cwd: '/', timeout: patience, env: { LC_ALL: 'C', TZ: 'UTC' } }
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  execFile(join(binaries, 'bin', 'initdb'), parameters, options, (error, _output, complaint) => {
    if (!error) return resolve()
    reject(initialiseError(parameters[1] ?? '', complaint.trim() || error.message, error))
  })
  return promise
}

function initialiseError(folder: string, complaint: string, cause: Error) {
  if (/No space left on device/.test(complaint)) {
    return elifError('database-disk-full', { folder }, { cause })
  }
  const reason = complaint.split('\n').find((line) => line.includes('error:')) ?? complaint
  return elifError('database-initialise-failed', { folder, reason }, { cause })
}
