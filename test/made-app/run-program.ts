import { execa } from 'execa'

export type Ran = { exitCode: number; output: string; stdout: string }

type Where = { cwd: string; environment?: Record<string, string>; input?: string }

/** Runs a program to its end without a terminal; the exit code is an answer, not an exception. */
export async function runProgram(command: string, words: string[], where: Where): Promise<Ran> {
  const result = await execa(command, words, {
    cwd: where.cwd,
    env: { ...without, ...where.environment },
    all: true,
    reject: false,
    timeout: 300_000,
    ...(where.input === undefined ? { stdin: 'ignore' as const } : { input: where.input }),
  })
  const ended = result.timedOut ? '\n(stopped after five minutes)' : ''
  return {
    exitCode: result.exitCode ?? -1,
    output: `${result.all}${ended}`,
    stdout: result.stdout,
  }
}

/** Runs a program that has to succeed; what it printed is the message of the failure. */
export async function mustRun(command: string, words: string[], where: Where): Promise<Ran> {
  const ran = await runProgram(command, words, where)
  if (ran.exitCode === 0) return ran
  throw new Error(`${[command, ...words].join(' ')} ended with ${ran.exitCode}:\n${ran.output}`)
}

/** What vitest sets for itself and a made app must not inherit. */
const without = { NODE_ENV: undefined, VITEST: undefined, TEST: undefined, NODE_OPTIONS: undefined }
