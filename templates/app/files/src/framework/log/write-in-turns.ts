type Output = { write(text: string): unknown }

/** How the lines end that tell of a request. */
const OF_REQUEST = `,"msg":"request"}\n`
/** So many characters are written before the turn ends. */
const MOST = 65_536

const waiting = new Set<() => void>()
process.on('exit', () => {
  for (const write of waiting) write()
})

/**
 * Writes the lines of requests once a turn of the event loop: under load, a call of the system for
 * each costs more than the rest of it. They tell what is over. Any other line may be the last word of
 * a process, and is written at once, behind those that wait.
 */
export function writeInTurns(output: Output, redact: (text: string) => string) {
  let lines = ''

  function write() {
    const text = lines
    lines = ''
    waiting.delete(write)
    if (text !== '') output.write(redact(text))
  }

  return {
    write(line: string) {
      const isFirst = lines === ''
      lines += line
      if (!line.endsWith(OF_REQUEST) || lines.length > MOST) return write()
      if (!isFirst) return
      waiting.add(write)
      setImmediate(write)
    },
    /** Asked for by a fatal line. */
    flushSync: write,
  }
}
