import { dirname, join } from 'node:path'

/** Names beside a file while an apply is under way, known to recovery. */
export type HiddenFiles = {
  /** The text that is about to take the place. */
  next: string
  /** The file that was there, the very same one. */
  past: string
  /** A text of elif that is being taken back. */
  undone: string
}

/** Short whatever the file is called: a name may have 255 bytes, and the file's own may have all. */
export function hiddenFiles(root: string, path: string, id: string, index: number): HiddenFiles {
  const name = (kind: string) => join(root, dirname(path), `.elif-${id}-${index}.${kind}`)
  return { next: name('next'), past: name('past'), undone: name('undone') }
}
