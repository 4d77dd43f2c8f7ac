import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'

/** When a process dies: so many milliseconds after it began, or after its first trace. */
export type Moment = { from: 'start' | 'first trace'; after: number }

type Program = {
  words: string[]
  cwd: string
  environment: Record<string, string>
  /** Whether the program has left a trace. */
  seen: () => boolean
}

/** Runs node and ends it and its children by SIGKILL; true when it was still running then. */
export async function killAt({ from, after }: Moment, program: Program): Promise<boolean> {
  const child = spawn(process.execPath, program.words, {
    cwd: program.cwd,
    env: { ...process.env, ...program.environment },
    detached: true,
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const over = () => child.exitCode !== null || child.signalCode !== null
  if (from === 'first trace') while (!over() && !program.seen()) await turn()
  await Promise.race([ended, sleep(after)])
  if (over() || child.pid === undefined) return false
  process.kill(-child.pid, 'SIGKILL')
  await ended
  return true
}

/** The same numbers between 0 and 1 for the same seed. */
function* chances(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

/**
 * Moments spread over a run of this length, and as many after the first trace of its writing, most of
 * them soon, where most of what can break is.
 */
export function momentsOf(count: number, milliseconds: number): Moment[] {
  const chance = chances(20_261_120)
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? { from: 'start', after: chance.next().value * milliseconds }
      : { from: 'first trace', after: chance.next().value ** 2 * 200 },
  )
}
