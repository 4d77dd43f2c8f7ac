import { type Stats, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

import { statusOf } from './file-system.ts'
import { hasCode } from './system-error.ts'

export type PlaceKind = 'missing' | 'file' | 'folder' | 'socket' | 'other'

/** What lies at a path; a link counts as what it is, not as what it points to. */
export function kindOf(path: string): PlaceKind {
  const stats = statusOf(path)
  if (!stats) return 'missing'
  if (stats.isSocket()) return 'socket'
  if (stats.isDirectory()) return 'folder'
  return stats.isFile() ? 'file' : 'other'
}

/** The identity of the file at a path, to notice that another one took its place. */
export const identityOf = (path: string) => statusOf(path)?.ino

/** Whose a path is, undefined when nothing is there. */
export const ownerOf = (path: string) => statusOf(path)?.uid

/** Whether another user may write here without being asked; /tmp itself is such a place. */
export const isOpenToAll = (path: string) => (statSync(path).mode & 0o022) !== 0

/** Whether a user can walk down to a path; folders still to be made are made passable. */
export function isPassable(path: string, uid: number): boolean {
  const stats = followed(path)
  if (stats && !(stats.isDirectory() && passes(stats, uid))) return false
  const parent = dirname(path)
  return parent === path || isPassable(parent, uid)
}

function followed(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

const passes = (stats: Stats, uid: number) =>
  stats.uid === uid ? (stats.mode & 0o100) !== 0 : (stats.mode & 0o001) !== 0

/** Bytes that an ordinary user may still write on the file system of a path. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
