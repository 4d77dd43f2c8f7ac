import { dirname, join, sep } from 'node:path'

import { realPath, statusOf } from '../files/file-system.ts'

/** Whether a path of the app goes through a link that leads out of it, or to nowhere. */
export function leavesApp(root: string, path: string): boolean {
  const top = realPath(root)
  const real = realPathOf(join(root, path))
  return real === undefined || !(real + sep).startsWith(top.endsWith(sep) ? top : top + sep)
}

/** Where the nearest existing part of the path really lies; undefined for a broken link. */
function realPathOf(path: string): string | undefined {
  const status = statusOf(path)
  if (!status) return realPathOf(dirname(path))
  try {
    return realPath(path)
  } catch {
    return undefined
  }
}
