import type { Log } from '../log/log.ts'
import type { Member } from './member.ts'

export type Backoff = {
  /** The first and the longest wait before a worker that has ended is started again. */
  first: number
  most: number
  /** A worker that was ready for so long has started well: the next wait is the first again. */
  calm: number
}

type Needs = { start: () => Member; backoff: Backoff; log: Log; onFailure: () => void }

export type Place = ReturnType<typeof createPlace>

/** One of the places in a crew: a worker that ends is followed by another, ever later while none lasts. */
export function createPlace({ start, backoff, log, onFailure }: Needs) {
  let current: Member | undefined
  let next: NodeJS.Timeout | undefined
  let failures = 0
  let crashes = 0
  let isOver = false

  function occupy(member: Member) {
    current = member
    void member.ended.then((ending) => {
      if (member === current && !isOver) follow(member, ending)
    })
  }

  function follow(member: Member, ending: string) {
    crashes += 1
    failures = member.readyFor >= backoff.calm ? 1 : failures + 1
    const wait = Math.min(backoff.most, backoff.first * 2 ** (failures - 1))
    log.error({ worker: member.pid, ending, next: wait }, 'a worker has ended')
    onFailure()
    next = setTimeout(() => {
      if (!isOver && current === member) occupy(start())
    }, wait)
  }

  return {
    occupy,
    get member() {
      return current
    },
    get crashes() {
      return crashes
    },
    /** How many starts in a row did not last. */
    get failures() {
      return failures
    },

    /** Another worker takes the place; the one before leaves once the other is ready, or stays if it never is. */
    async replace(): Promise<boolean> {
      if (isOver) return false
      const other = start()
      if (!(await other.ready)) {
        const ending = await other.ended
        if (!isOver)
          log.error({ worker: other.pid, ending }, 'a worker did not start, so none was replaced')
        return false
      }
      const last = current
      clearTimeout(next)
      failures = 0
      occupy(other)
      await last?.end({ kind: 'leave' })
      return true
    },

    async stop() {
      isOver = true
      clearTimeout(next)
      await current?.end({ kind: 'stop' })
    },
  }
}
