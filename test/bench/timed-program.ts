import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

type Where = { cwd: string; environment?: Record<string, string | undefined> }

/** The milliseconds from starting a program to its end; a program that fails ends the benchmark. */
export function timedProgram(command: string, words: readonly string[], where: Where): number {
  const env = { ...process.env, ...where.environment }
  const began = performance.now()
  const ended = spawnSync(command, words, { cwd: where.cwd, env, encoding: 'utf8' })
  const time = performance.now() - began
  if (ended.status === 0) return time
  const said = `${ended.stdout}${ended.stderr}`
  throw new Error(`${[command, ...words].join(' ')} ended with ${ended.status}:\n${said}`)
}

export const timedNode = (words: readonly string[], where: Where) =>
  timedProgram(process.execPath, words, where)

/** The most memory that a program of Node's held at once, in megabytes. */
export function peakMegabytes(words: readonly string[], where: Where): number {
  const folder = mkdtempSync(join(tmpdir(), 'elif-peak-'))
  const file = join(folder, 'kilobytes')
  const tell = `import { writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS)))`
  try {
    timedNode(['--import', `data:text/javascript,${encodeURIComponent(tell)}`, ...words], where)
    return Number(readFileSync(file, 'utf8')) / 1024
  } finally {
    rmSync(folder, { recursive: true })
  }
}
