import type { DevFault } from './dev-fault.ts'
import { createGate } from './gate.ts'
import type { Target } from './target.ts'

export type Stage = ReturnType<typeof createStage>

/** Who answers: an app, or the fault that keeps one from it. It begins held, for the first app. */
export function createStage(wait: number) {
  const gate = createGate(wait)
  let target: Target | undefined
  let fault: DevFault | undefined
  gate.close()

  return {
    /** Waits for new code that is on its way; then says who answers. */
    async pass() {
      await gate.pass()
      return { target, fault }
    },

    /** From now on requests wait. */
    hold: () => gate.close(),
    /** Nothing changed: whoever waits goes on as before. */
    release: () => gate.open(),

    /** From now on this app answers. */
    serve(next: Target) {
      target = next
      fault = undefined
      gate.open()
    },

    /** The newest code cannot answer; the app that answered before goes on, if there is one. */
    fail(because: DevFault) {
      fault = because
      gate.open()
    },

    /** This app is gone. */
    lose(gone: Target, because: DevFault) {
      if (target !== gone) return
      target = undefined
      fault = because
    },
  }
}
