import { spawn } from 'node:child_process'
import { constants } from 'node:os'

type Options = { cwd: string; env: Record<string, string | undefined> }

const signals: NodeJS.Signals[] =
  process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR2']

/**
 * Runs a program in the place of this one: it has the terminal, and the signals that this process is
 * sent. Answers its exit code, as a shell tells it where a signal has ended it.
 */
export async function runThrough(words: string[], { cwd, env }: Options): Promise<number> {
  const child = spawn(process.execPath, words, { cwd, env, stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals) => {
    // What is typed at a terminal reaches the child without this process.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, pass)
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.once('error', reject)
  child.once('exit', (code, signal) =>
    resolve(code ?? 128 + (signal ? constants.signals[signal] : 1)),
  )
  try {
    return await promise
  } finally {
    for (const signal of signals) process.off(signal, pass)
  }
}
