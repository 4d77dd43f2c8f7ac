import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { readText } from './read-text.ts'
import { isNowhere } from './system-error.ts'

/** The files of an app by their paths in it, with forward slashes. */
export type Files = {
  read(path: string): string | undefined
  /** All paths, or those below one folder: an app may have thousands that nobody asks for. */
  list(folder?: string): string[]
}

/** Folders that are nobody's source: packages, git's own, this machine's state. */
const ignored = (path: string) => /(^|\/)(node_modules|\.git)$|^\.elif\/local$/.test(path)

/** The files below a folder of the disk, read when asked for. */
export function diskFiles(root: string): Files {
  return {
    read: (path) => readText(join(root, path), { limit: largest }),
    list: (folder = '') => [...below(root, folder)].toSorted(),
  }
}

/** In bytes; what is larger is data, and reading it as a source would take minutes. */
const largest = 8 * 2 ** 20

/** Whether a path lies in a folder or deeper; all paths lie in the folder ''. */
export const isBelow = (folder: string, path: string) =>
  folder === '' || path.startsWith(`${folder}/`)

function* below(root: string, folder: string): Generator<string> {
  for (const entry of entriesOf(join(root, folder))) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (ignored(path)) continue
    if (entry.isDirectory()) yield* below(root, path)
    if (entry.isFile()) yield path
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isNowhere(error)) return []
    throw error
  }
}
