import { dirname, join } from 'node:path'

import { mayWrite, statusOf } from '../files/file-system.ts'

/**
 * Whether its owner has closed a file, or the folder that it lies in or will lie in. A rename asks
 * the folder alone, so that without this question elif would replace files that are closed.
 */
export function isReadOnly(root: string, path: string): boolean {
  const status = statusOf(join(root, path))
  if (status && ((status.mode & 0o222) === 0 || !mayWrite(join(root, path)))) return true
  return !mayWrite(existing(dirname(join(root, path))))
}

const existing = (folder: string): string =>
  statusOf(folder) || dirname(folder) === folder ? folder : existing(dirname(folder))
