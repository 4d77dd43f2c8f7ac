import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { fileSystem, namesIn, removeTree } from '../files/file-system.ts'
import { makeFolder } from '../files/folder.ts'
import { isRunning } from '../files/is-running.ts'
import { copyOverlay, type Marks, marksOf } from '../files/overlay.ts'
import { removedWhenEmpty } from '../workspace/local-folder.ts'

const folder = '.elif/local/proofs'

/**
 * A copy of an app to try something on, inside of the app's own ignored folder: packages of a
 * workspace above are found from there too. `packages` links those of the app; without, the copy gets its own.
 * What a killed elif has left is removed.
 */
export function openOverlay(app: string, options: { packages: boolean }) {
  for (const name of namesIn(join(app, folder))) {
    if (!isRunning(Number(name.split('-')[0]))) removeTree(join(app, folder, name))
  }
  const root = join(app, folder, `${process.pid}-${randomBytes(4).toString('hex')}`)
  makeFolder(root, { mode: 0o700 })
  const before = copied()

  function copied(): Marks {
    try {
      return copyOverlay(app, root, options)
    } catch (fault) {
      remove()
      throw fault
    }
  }

  /** The files of the app that somebody has written, added or removed since. */
  function changedSince(): string[] {
    const now = marksOf(app)
    const paths = new Set([...before.keys(), ...now.keys()])
    return [...paths].filter((path) => before.get(path) !== now.get(path)).toSorted()
  }

  function remove(): void {
    removeTree(root)
    // Another proof may be under way.
    removedWhenEmpty(join(app, folder), fileSystem)
  }

  return { root, changedSince, [Symbol.dispose]: remove }
}
