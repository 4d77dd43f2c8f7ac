import { basename, dirname, join, relative, sep } from 'node:path'

import { realPath, statusOf } from '../files/file-system.ts'

/**
 * Where a path of the app really lies, with its links followed, by its path in the app; undefined
 * when that is outside of the app, or when a link leads to nowhere.
 */
export function realPlace(root: string, path: string): string | undefined {
  const real = realPathOf(join(root, path))
  const inside = real && relative(realPath(root), real).split(sep).join('/')
  return !inside || inside === '..' || /^(\.\.\/|\/|[a-z]:)/i.test(inside) ? undefined : inside
}

function realPathOf(path: string): string | undefined {
  if (!statusOf(path)) {
    const folder = realPathOf(dirname(path))
    return folder && join(folder, basename(path))
  }
  try {
    return realPath(path)
  } catch {
    return undefined
  }
}
