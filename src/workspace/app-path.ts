import { elifError } from '../errors/elif-error.ts'

/** The path itself when it stays inside the app whatever the system; throws otherwise. */
export function insideApp(path: string): string {
  const parts = path.split('/')
  const strange = parts.some((part) => part === '' || part === '.' || part === '..')
  if (strange || /[\\\0]|^[a-z]:/i.test(path)) throw elifError('path-outside', { path })
  return path
}
