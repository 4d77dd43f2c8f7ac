import { relative, resolve, sep } from 'node:path'

import { createSettling } from './settle.ts'
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

/**
 * Watches files by what they say: bursts are told once, an atomic save is one change, a touch is
 * none. Paths are relative to the root with forward slashes. Resolves once it sees every change.
 */
export async function watchFiles(options: WatchOptions): Promise<Watcher> {
  const { watch } = await import('chokidar')
  const { root, paths, ignores, read, onTouched, onSettled } = options
  const snapshot = createSnapshot(read)
  const { touch, stop } = createSettling({ snapshot, onTouched, onSettled })
  const pathOf = (absolute: string) => relative(root, absolute).split(sep).join('/')
  let isReady = false

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
      stop()
      await watcher.close()
    },
  }
}
