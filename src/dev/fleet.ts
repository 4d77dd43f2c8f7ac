import { elifError } from '../errors/elif-error.ts'
import type { DevEvent } from './dev-event.ts'
import type { Boot, Worker } from './worker.ts'

type Needs = { start: () => Promise<Worker>; emit: (event: DevEvent) => void }

type Started = { worker: Worker; boot: Boot }

const slowAfter = 10

/** Every app that was started and has not ended: at most one of them is on its way up. */
export function createFleet({ start, emit }: Needs) {
  const running = new Set<Worker>()
  let booting: Worker | undefined

  async function launch(): Promise<Worker> {
    const worker = await start()
    running.add(worker)
    void worker.exited.then(() => running.delete(worker))
    return worker
  }

  /** Starts an app and waits until it is ready or has failed; undefined once it is too late. */
  async function raise(isLate: () => boolean): Promise<Started | undefined> {
    const worker = await launch()
    if (!isLate()) {
      booting = worker
      const boot = await bootOf(worker, emit)
      if (!isLate()) {
        booting = undefined
        return { worker, boot }
      }
    }
    worker.kill()
    return undefined
  }

  return {
    /** The same, once more when somebody else took the port in between. */
    async boot(isLate: () => boolean) {
      const first = await raise(isLate)
      return first && lostItsPort(first) ? raise(isLate) : first
    },

    /** The start that is under way is worth nothing any more. */
    giveUp() {
      booting?.kill()
      booting = undefined
    },

    /** Ends all of them; `now` leaves no time to finish. */
    async close({ now }: { now: boolean }): Promise<void> {
      if (now) for (const worker of running) worker.kill()
      await Promise.all([...running].map((worker) => worker.stop()))
    },
  }
}

async function bootOf(worker: Worker, emit: (event: DevEvent) => void): Promise<Boot> {
  const { message, hint } = elifError('dev-boot-slow', { seconds: slowAfter })
  const timer = setTimeout(() => emit({ kind: 'problem', says: message, hint }), slowAfter * 1000)
  const boot = await worker.boot
  clearTimeout(timer)
  return boot
}

function lostItsPort({ worker, boot }: Started): boolean {
  if (boot.kind === 'ready') return false
  const { printed, report } = boot.failure
  const taken = new RegExp(`EADDRINUSE.*:${worker.target.port}\\b`)
  return taken.test(report?.message ?? printed)
}
