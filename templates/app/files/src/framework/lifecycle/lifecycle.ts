/** `leaving`: another process takes its place, and callers are sent there with their next answer. */
export type State = 'starting' | 'ready' | 'leaving' | 'draining' | 'stopped' | 'failed'

export type Lifecycle = ReturnType<typeof createLifecycle>

/** Where the app is between start and stop; health answers by it, and others may watch. */
export function createLifecycle() {
  let state: State = 'starting'
  const watchers: ((state: State) => void)[] = []

  return {
    get state() {
      return state
    },
    watch(watcher: (state: State) => void) {
      watchers.push(watcher)
    },
    become(next: State) {
      state = next
      for (const watcher of watchers) watcher(next)
    },
  }
}
