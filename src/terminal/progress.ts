import { paint } from './paint.ts'

/** Where progress is said: whether at all, and whether every line of a process is wanted. */
export type ProgressOutput = { quiet: boolean; json: boolean; verbose: boolean }

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']

/**
 * Says that something is going on: in a terminal one line that moves and carries the latest line
 * of the process, elsewhere a line at the begin and one at the end.
 */
export function createProgress(what: string, why: string, output: ProgressOutput) {
  const stream = process.stderr
  const silent = output.quiet || output.json
  const moves = stream.isTTY && !silent && !output.verbose
  const started = performance.now()
  let latest = why
  let count = 0
  const timer = moves ? setInterval(draw, 80) : undefined
  if (!moves && !silent) stream.write(`${what} (${why}) ...\n`)

  function draw() {
    const frame = paint('cyan', frames[count++ % frames.length] ?? '', stream)
    const line = `${what}  ${latest}`.slice(0, (stream.columns ?? 80) - 4)
    stream.write(`\r\u001B[2K${frame} ${line}`)
  }

  return {
    line(text: string) {
      if (output.verbose) stream.write(`  ${text}\n`)
      else latest = text.trim() || latest
    },
    end(done: boolean) {
      clearInterval(timer)
      if (silent) return
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const mark = done ? paint('green', '✓', stream) : paint('red', '✗', stream)
      stream.write(`${moves ? '\r\u001B[2K' : ''}${mark} ${what} in ${seconds} s\n`)
    },
  }
}
