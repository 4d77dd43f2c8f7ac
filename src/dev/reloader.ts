import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { bootFault, exitFault } from './boot-fault.ts'
import type { DevEvent } from './dev-event.ts'
import { devFault, type DevFault } from './dev-fault.ts'
import { createFleet } from './fleet.ts'
import type { FrontDoor } from './front-door.ts'
import { ownRoutes, sameRoutes } from './own-routes.ts'
import { createSuspects } from './suspects.ts'
import type { ToldRoute } from './worker-message.ts'
import type { Failure, Worker } from './worker.ts'

type Needs = {
  root: string
  door: FrontDoor
  read: (path: string) => string | undefined
  start: () => Promise<Worker>
  emit: (event: DevEvent) => void
}

const drainCap = 30_000

/**
 * Puts new code behind the front door. The app that answers is only replaced by one that is ready;
 * a change that comes while a new app starts makes that start worthless, so it is given up.
 */
export function createReloader({ root, door, read, start, emit }: Needs) {
  const fleet = createFleet({ start, emit })
  const suspects = createSuspects(read)
  let current: Worker | undefined
  let routes: ToldRoute[] = []
  let turn = 0
  let busy = false

  /** Resolves when the newest code answers, or when it is known why it cannot. */
  async function reload(changed: string[] = []): Promise<void> {
    const mine = (turn += 1)
    const isLate = () => mine !== turn
    door.hold()
    fleet.giveUp()
    busy = true
    try {
      await replace(changed, isLate)
    } catch (cause) {
      if (!isLate())
        fail(devFault(elifError('dev-boot', { message: messageOf(cause) }, { cause }), read))
    }
    if (!isLate()) busy = false
  }

  async function replace(changed: string[], isLate: () => boolean): Promise<void> {
    const began = performance.now()
    const fault = suspects.firstFault(changed)
    if (fault) return fail(devFault(fault, read))
    const started = await fleet.boot(isLate)
    if (!started) return
    const { worker, boot } = started
    if (boot.kind === 'failed') return failToBoot(worker, boot.failure)
    worker.output.release()
    takeOver(worker, Math.round(performance.now() - began))
    if (!sameRoutes(routes, boot.routes))
      emit({ kind: 'routes', routes: ownRoutes(root, boot.routes) })
    routes = boot.routes
  }

  function fail(fault: DevFault) {
    door.fail(fault)
    emit({ kind: 'failed', fault, stale: current !== undefined })
  }

  /** What the app printed is shown beside its fault only where the fault does not say it. */
  function failToBoot({ output }: Worker, failure: Failure) {
    const fault = bootFault(root, read, failure)
    if (fault.code === 'dev-boot') output.drop()
    else output.release()
    fail(fault)
  }

  function takeOver(worker: Worker, milliseconds: number) {
    const before = current
    current = worker
    door.serve(worker.target)
    emit({ kind: 'ready', milliseconds, first: before === undefined })
    if (before) void retire(before)
    void worker.exited.then((failure) => {
      if (current !== worker) return
      current = undefined
      const fault = exitFault(root, read, failure)
      door.lose(worker.target, fault)
      emit({ kind: 'exited', fault })
    })
  }

  return {
    reload,

    /** Lets requests go on after an event that changed nothing, unless new code is on its way. */
    release() {
      if (!busy) door.release()
    },

    /** Ends every app that was started; `now` leaves no time to finish. */
    async close({ now = false } = {}): Promise<void> {
      turn += 1
      current = undefined
      await fleet.close({ now })
    },
  }
}

/** An app that was replaced finishes what it answers, streams too, and then ends. */
async function retire(worker: Worker) {
  await worker.target.idle(drainCap)
  worker.target.close()
  await worker.stop()
}
