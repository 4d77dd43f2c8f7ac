import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

/** When the process dies: so long after its start, or so long after a path has come into being. */
export type Moment = { after: number } | { path: string; after: number }

type Program = { words: string[]; cwd: string; environment: Record<string, string> }

/** Runs node with these words and ends it and its children by SIGKILL; true when it was still running. */
export async function killAt(moment: Moment, program: Program): Promise<boolean> {
  const child = spawn(process.execPath, program.words, {
    cwd: program.cwd,
    env: { ...process.env, ...program.environment },
    detached: true,
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const over = () => child.exitCode !== null || child.signalCode !== null
  if ('path' in moment) await until(() => over() || existsSync(moment.path))
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, moment.after))])
  if (over() || child.pid === undefined) return false
  process.kill(-child.pid, 'SIGKILL')
  await ended
  return true
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

/** The same numbers between 0 and 1 for the same seed. */
export function* chances(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}
