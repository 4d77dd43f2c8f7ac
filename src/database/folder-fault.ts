import { elifError } from '../errors/elif-error.ts'
import { copyFolder } from '../files/folder.ts'
import { freeBytes, kindOf } from '../files/place.ts'
import { hasCode } from '../files/system-error.ts'

/** A fault of the disk in words; every other one stays what it is. */
export function folderFault(error: unknown, folder: string): unknown {
  if (hasCode(error, 'ENOSPC', 'EDQUOT') || (hasCode(error, 'EIO') && isFull(folder))) {
    return elifError('database-disk-full', { folder }, { cause: error })
  }
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR')) {
    const { message } = error
    return elifError('database-folder-unusable', { folder, reason: message }, { cause: error })
  }
  return error
}

/** Copies a folder; a fault of the disk is told in words. */
export function copyChecked(...[from, to, options]: Parameters<typeof copyFolder>): void {
  try {
    copyFolder(from, to, options)
  } catch (error) {
    throw folderFault(error, to)
  }
}

/** Node says EIO when a copied file is cut off by the end of the disk. */
const isFull = (folder: string) => kindOf(folder) !== 'missing' && freeBytes(folder) < 32 * 2 ** 20
