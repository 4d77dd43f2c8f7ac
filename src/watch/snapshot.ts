import { createHash } from 'node:crypto'

type Read = (path: string) => string | undefined

/**
 * Remembers what files said, so that a save without a change costs nothing. A file that is not
 * there is remembered as that.
 */
export function createSnapshot(read: Read) {
  const known = new Map<string, string>()

  return {
    remember(path: string) {
      const text = read(path)
      if (text !== undefined) known.set(path, hashOf(text))
    },

    /** True for a file that held something before and is empty now: perhaps it is being written. */
    wasEmptied: (path: string) => read(path) === '' && known.has(path) && known.get(path) !== empty,

    /** The paths that say something else than before; from now on that is what is remembered. */
    differing: (paths: Iterable<string>) => [...paths].filter((path) => isNew(path)).toSorted(),
  }

  function isNew(path: string): boolean {
    const text = read(path)
    const now = text === undefined ? undefined : hashOf(text)
    if (now === known.get(path)) return false
    if (now === undefined) known.delete(path)
    else known.set(path, now)
    return true
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64')
const empty = hashOf('')
