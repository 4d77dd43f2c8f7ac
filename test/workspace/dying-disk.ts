import { writeFileSync } from 'node:fs'

import { fileSystem, type FileSystem } from '../../src/files/file-system.ts'

/** When a call is cut off: before it, behind it, or with half of a text on the disk. */
export type Moment = 'before' | 'midway' | 'after'

/**
 * A disk whose process dies at one of its calls: from then on every call fails, so that no cleanup
 * runs either. With `revives`, only that one call fails, as on a full disk.
 */
export function dyingDisk(stopAt: number, moment: Moment, { revives = false } = {}) {
  let calls = 0
  let dead = false

  function stop(act: () => void, path: string, text: unknown) {
    dead = !revives
    if (moment === 'after') act()
    if (moment === 'midway' && typeof text === 'string') writeFileSync(path, text.slice(0, 3))
    throw Object.assign(new Error('stopped'), { code: 'ENOSPC', path })
  }

  function guarded(act: () => void, [path, text]: [string, unknown]) {
    if (dead) throw new Error('dead')
    calls++
    if (calls === stopAt) stop(act, path, text)
    act()
  }

  const disk: FileSystem = {
    write: (path, text, mode) => guarded(() => fileSystem.write(path, text, mode), [path, text]),
    writeDraft: (path, text, mode) =>
      guarded(() => fileSystem.writeDraft(path, text, mode), [path, text]),
    rename: (from, to) => guarded(() => fileSystem.rename(from, to), [from, undefined]),
    link: (from, to) => guarded(() => fileSystem.link(from, to), [from, undefined]),
    unlink: (path) => guarded(() => fileSystem.unlink(path), [path, undefined]),
    makeFolder: (path) => guarded(() => fileSystem.makeFolder(path), [path, undefined]),
    removeFolder: (path) => guarded(() => fileSystem.removeFolder(path), [path, undefined]),
    syncFolder: (path) => guarded(() => fileSystem.syncFolder(path), [path, undefined]),
  }
  return { disk, reached: () => calls >= stopAt }
}
