import type { createSnapshot } from './snapshot.ts'

type Options = {
  snapshot: ReturnType<typeof createSnapshot>
  onTouched: () => void
  onSettled: (changed: string[]) => void
}

const quietAfterOne = 10
const quietAfterMany = 50
const rewriteTime = 40

/** Gathers touched files until they are quiet, then tells which of them say something else. */
export function createSettling({ snapshot, onTouched, onSettled }: Options) {
  const touched = new Set<string>()
  let timer: NodeJS.Timeout | undefined

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

  return {
    touch(path: string) {
      if (touched.size === 0) onTouched()
      touched.add(path)
      wait(touched.size > 1 ? quietAfterMany : quietAfterOne, settle)
    },
    stop: () => clearTimeout(timer),
  }
}
