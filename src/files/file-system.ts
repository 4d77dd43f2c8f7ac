import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'

import { hasCode, isNowhere } from './system-error.ts'

/** Whose a file is, by number. */
export type FileOwner = { uid: number; gid: number }

/** The mode of a new file: a request that the umask may narrow, or exactly these bits and owner. */
export type NewFileMode =
  { kind: 'asked'; mode: number } | { kind: 'exactly'; mode: number; owner?: FileOwner }

/**
 * The calls by which elif changes a disk, one method a system call or two: a test can stop an
 * apply before and after each of them.
 */
export type FileSystem = typeof fileSystem

export const fileSystem = {
  /** Writes a new file and waits until it is on the disk; fails when there is one. */
  write: (path: string, text: string, mode: NewFileMode) =>
    writeNew(path, text, mode, { synced: true }),
  /** Writes a new file of a draft: a machine that loses its power may lose it, a killed elif not. */
  writeDraft: (path: string, text: string, mode: NewFileMode) =>
    writeNew(path, text, mode, { synced: false }),
  rename: (from: string, to: string) => renameSync(from, to),
  link: (existing: string, path: string) => linkSync(existing, path),
  unlink: (path: string) => unlinkSync(path),
  makeFolder: (path: string) => mkdirSync(path),
  removeFolder: (path: string) => rmdirSync(path),
  /** Makes renames in a folder durable. Windows cannot open folders and needs no such call. */
  syncFolder(path: string) {
    if (process.platform === 'win32') return
    const folder = openSync(path, constants.O_RDONLY)
    try {
      fsyncSync(folder)
    } finally {
      closeSync(folder)
    }
  },
}

function writeNew(
  path: string,
  text: string,
  wanted: NewFileMode,
  { synced }: { synced: boolean },
) {
  const { mode } = wanted
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, mode)
  try {
    if (wanted.kind === 'exactly') {
      if (wanted.owner) giveTo(file, wanted.owner)
      fchmodSync(file, mode)
    }
    writeFileSync(file, text)
    if (synced) fsyncSync(file)
  } catch (error) {
    // Of a descriptor Node does not say the path.
    throw error instanceof Error ? Object.assign(error, { path }) : error
  } finally {
    closeSync(file)
  }
}

/** Only root may give files away; what an ordinary user writes anew becomes theirs. */
function giveTo(file: number, { uid, gid }: FileOwner) {
  try {
    fchownSync(file, uid, gid)
  } catch (error) {
    if (!hasCode(error, 'EPERM')) throw error
  }
}

/** What lies at a path, without following a link; undefined for nothing. */
export function statusOf(path: string) {
  try {
    return lstatSync(path)
  } catch (error) {
    if (isNowhere(error)) return undefined
    throw error
  }
}

/** The bytes of a file, or of all in a folder; a link counts as itself. */
export function sizeOf(path: string): number {
  const status = statusOf(path)
  if (!status?.isDirectory()) return status?.size ?? 0
  return namesIn(path).reduce((sum, name) => sum + sizeOf(`${path}/${name}`), 0)
}

/** What tells a file from every other one, whatever its name; undefined for nothing. */
export function fileIdentity(path: string): string | undefined {
  const status = statusOf(path)
  return status && `${status.dev}/${status.ino}`
}

/** Whether this user may write to a path; false also on a disk that nobody may write to. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The names in a folder; none when it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isNowhere(error)) return []
    throw error
  }
}

export const realPath = (path: string) => realpathSync.native(path)

export const makeFolders = (path: string) => void mkdirSync(path, { recursive: true })

export const removeTree = (path: string) => rmSync(path, { recursive: true, force: true })
