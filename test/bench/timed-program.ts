import { spawnSync } from 'node:child_process'

type Where = { cwd: string; environment?: Record<string, string | undefined> }

/** The milliseconds from starting a program to its end; a program that fails ends the benchmark. */
export function timedProgram(command: string, words: string[], where: Where): number {
  const env = { ...process.env, ...where.environment }
  const began = performance.now()
  const ended = spawnSync(command, words, { cwd: where.cwd, env, encoding: 'utf8' })
  const time = performance.now() - began
  if (ended.status === 0) return time
  const said = `${ended.stdout}${ended.stderr}`
  throw new Error(`${[command, ...words].join(' ')} ended with ${ended.status}:\n${said}`)
}

export const timedNode = (words: string[], where: Where) =>
  timedProgram(process.execPath, words, where)
