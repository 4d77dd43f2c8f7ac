import { isBelow, type Files } from '../files/files.ts'

/** Files that exist only as texts: for tests, fixtures and proofs. */
export function memoryFiles(files: Record<string, string>): Files {
  const texts = new Map(Object.entries(files))
  return {
    read: (path) => texts.get(path),
    list: (folder = '') => [...texts.keys()].filter((path) => isBelow(folder, path)).toSorted(),
  }
}
