import { posix } from 'node:path'

/** The file of the app that an import names, by its path in it; a package keeps its name. */
export function importedPath(importer: string, from: string): string {
  if (from.startsWith('#app/')) return from.replace('#app/', 'src/')
  return from.startsWith('.') ? posix.join(posix.dirname(importer), from) : from
}
