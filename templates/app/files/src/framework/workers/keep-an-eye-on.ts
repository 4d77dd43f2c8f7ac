import type { Log } from '../log/log.ts'
import type { Member } from './member.ts'

type Options = {
  /** How long a worker may say nothing, in milliseconds. */
  silence: number
  log: Log
  /** Runs after each look at all of them. */
  afterwards: () => void
}

const EVERY = 1000

/** Kills workers whose event loop hangs, as they tell how they are each second. Answers how to end it. */
export function keepAnEyeOn(members: Set<Member>, { silence, log, afterwards }: Options) {
  let last = performance.now()

  function look() {
    // Where this process itself was held up, nobody was silent: nobody was heard.
    const isLate = performance.now() - last > 5 * EVERY
    last = performance.now()
    for (const member of members) {
      if (isLate) member.heard()
      if (member.readyFor === 0 || member.silentFor <= silence) continue
      log.error({ worker: member.pid }, 'a worker does not answer and is killed')
      member.kill()
    }
    afterwards()
  }

  const looking = setInterval(look, EVERY)
  return () => clearInterval(looking)
}
