import { elifError, type ElifError } from '../errors/elif-error.ts'
import { bootFault, ownTrace } from './boot-fault.ts'
import type { DevEvent, DevRoute } from './dev-event.ts'
import { devFault, type DevFault } from './dev-fault.ts'
import type { FrontDoor } from './front-door.ts'
import { ownRoutes } from './own-routes.ts'
import { syntaxFault } from './syntax-fault.ts'
import type { Boot, Failure, Worker } from './worker.ts'

type Needs = {
  root: string
  door: FrontDoor
  read: (path: string) => string | undefined
  start: () => Promise<Worker>
  emit: (event: DevEvent) => void
  clock?: () => number
}

export type Reloader = ReturnType<typeof createReloader>

const drainCap = 30_000
const slowAfter = 10

/**
 * Puts new code behind the front door. The app that answers is only replaced by one that is ready;
 * a change that comes while a new app starts makes that start worthless, so it is given up.
 */
export function createReloader({ root, door, read, start, emit, clock = Date.now }: Needs) {
  const running = new Set<Worker>()
  const broken = new Set<string>()
  let current: Worker | undefined
  let booting: Worker | undefined
  let turn = 0
  let busy = false
  let toldRoutes = '[]'
  let closing = false

  /** Resolves when the newest code answers, or when it is known why it cannot. */
  async function reload(changed: string[] = []): Promise<void> {
    const mine = (turn += 1)
    const isLate = () => mine !== turn || closing
    door.hold()
    booting?.kill()
    booting = undefined
    busy = true
    try {
      await replace(changed, isLate)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      if (!isLate()) fail(devFault(elifError('dev-boot', { message }, { cause }), read))
    }
    if (mine === turn) busy = false
  }

  async function replace(changed: string[], isLate: () => boolean): Promise<void> {
    const began = clock()
    const fault = firstSyntaxFault(changed)
    if (fault) return fail(devFault(fault, read))
    const worker = await startOne()
    if (isLate()) return worker.kill()
    booting = worker
    const boot = await bootOf(worker)
    if (isLate()) return worker.kill()
    booting = undefined
    if (boot.kind === 'failed') return failToBoot(worker, boot.failure)
    worker.output.release()
    replaceBy(worker, clock() - began)
    tellRoutes(ownRoutes(root, boot.routes))
  }

  /** A file stays under suspicion until it parses, whatever is saved meanwhile. */
  function firstSyntaxFault(changed: string[]): ElifError | undefined {
    for (const path of changed) broken.add(path)
    for (const path of broken) {
      const source = read(path)
      const fault = source === undefined ? undefined : syntaxFault(path, source)
      if (fault) return fault
      broken.delete(path)
    }
    return undefined
  }

  async function startOne(): Promise<Worker> {
    const worker = await start()
    running.add(worker)
    void worker.exited.then(() => running.delete(worker))
    return worker
  }

  async function bootOf(worker: Worker): Promise<Boot> {
    const { message, hint } = elifError('dev-boot-slow', { seconds: slowAfter })
    const timer = setTimeout(() => emit({ kind: 'problem', says: message, hint }), slowAfter * 1000)
    const boot = await worker.boot
    clearTimeout(timer)
    return boot
  }

  /** Once, and again when they are others than before. */
  function tellRoutes(routes: DevRoute[]) {
    const told = JSON.stringify(routes.map(({ method, path }) => [method, path]))
    if (told !== toldRoutes) emit({ kind: 'routes', routes })
    toldRoutes = told
  }

  function fail(fault: DevFault) {
    door.fail(fault)
    emit({ kind: 'failed', fault, stale: current !== undefined })
  }

  function failToBoot({ output }: Worker, failure: Failure) {
    const error = bootFault(root, failure)
    if (error.code === 'dev-boot') output.drop()
    else output.release()
    fail(faultOf(error, failure))
  }

  const faultOf = (error: ElifError, { report, printed }: Failure) =>
    devFault(error, read, ownTrace(root, report?.stack ?? printed))

  function replaceBy(worker: Worker, milliseconds: number) {
    const before = current
    current = worker
    door.serve(worker.target)
    emit({ kind: 'ready', milliseconds, first: before === undefined })
    if (before) void retire(before)
    void worker.exited.then((failure) => {
      if (current !== worker || closing) return
      current = undefined
      const at = bootFault(root, failure).at
      const error = elifError('dev-app-exited', failure, at ? { at } : {})
      const fault = faultOf(error, failure)
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
      closing = true
      if (now) for (const worker of running) worker.kill()
      await Promise.all([...running].map((worker) => worker.stop()))
    },
  }
}

/** An app that was replaced finishes what it answers, streams too, and then ends. */
async function retire(worker: Worker) {
  await worker.target.idle(drainCap)
  worker.target.close()
  await worker.stop()
}
