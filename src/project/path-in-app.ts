import { relative, resolve, sep } from 'node:path'

import { elifError } from '../errors/elif-error.ts'

/** A path as it is typed in a folder, as the app knows it; '' is the app itself. */
export function pathInApp(root: string, folder: string, typed: string): string {
  const path = relative(root, resolve(folder, typed)).split(sep).join('/')
  if (path === '..' || path.startsWith('../')) throw elifError('path-outside', { path: typed })
  return path
}
