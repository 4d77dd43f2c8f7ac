import { relative, resolve, sep } from 'node:path'

import { createSnapshot } from './snapshot.ts'

export type WatchOptions = {
  root: string
  /** Files and folders under the root; what is missing now is noticed when it appears. */
  paths: string[]
  ignores: (path: string) => boolean
  read: (path: string) => string | undefined
  /** Called with the first event of a burst, before anything has been read. */
  onTouched: () => void
  /** Called when the files are quiet again; an empty list says that nothing really changed. */
  onSettled: (changed: string[]) => void
}

export type Watcher = { close(): Promise<void> }

const quietAfterOne = 10
const quietAfterMany = 50
const rewriteTime = 40

/**
 * Watches files by what they say: bursts are told once, an atomic save is one change, a touch is
 * none. Paths are relative to the root with forward slashes. Resolves once it sees every change.
 */
export async function watchFiles(options: WatchOptions): Promise<Watcher> {
  const { watch } = await import('chokidar')
  const { root, paths, ignores, read, onTouched, onSettled } = options
  const snapshot = createSnapshot(read)
  const touched = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isReady = false

  const pathOf = (absolute: string) => relative(root, absolute).split(sep).join('/')

  function touch(path: string) {
    if (touched.size === 0) onTouched()
    touched.add(path)
    wait(touched.size > 1 ? quietAfterMany : quietAfterOne, settle)
  }

  function settle() {
    // A truncating write is seen when the file is opened; its text follows.
    if ([...touched].some(snapshot.wasEmptied)) return wait(rewriteTime, tell)
    tell()
  }

  function tell() {
    const changed = snapshot.differing(touched)
    touched.clear()
    onSettled(changed)
  }

  function wait(milliseconds: number, then: () => void) {
    clearTimeout(timer)
    timer = setTimeout(then, milliseconds)
  }

  const watcher = watch(
    paths.map((path) => resolve(root, path)),
    { ignored: (absolute) => ignores(pathOf(absolute)) },
  )
  watcher.on('add', (absolute) => {
    if (isReady) touch(pathOf(absolute))
    else snapshot.remember(pathOf(absolute))
  })
  watcher.on('change', (absolute) => touch(pathOf(absolute)))
  watcher.on('unlink', (absolute) => touch(pathOf(absolute)))

  const { promise, resolve: done, reject } = Promise.withResolvers<void>()
  watcher.once('ready', done)
  watcher.on('error', reject)
  await promise
  isReady = true

  return {
    async close() {
      clearTimeout(timer)
      await watcher.close()
    },
  }
}
