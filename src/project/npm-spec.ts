import { isAbsolute, relative, resolve } from 'node:path'

/**
 * What `package.json` says for a package that npm shall take from `spec`, a version, a tag, an
 * address or a path as it was typed in `from`. npm reads paths from the folder of the app.
 */
export function npmSpec(spec: string, from: string, root: string): string {
  const path = spec.replace(/^file:/, '')
  const isPath = spec.startsWith('file:') || /^\.{1,2}[\\/]|\.tgz$/.test(path) || isAbsolute(path)
  if (!isPath || /^\w+:\/\//.test(path)) return spec
  return `file:${relative(root, resolve(from, path)).replaceAll('\\', '/')}`
}
