/** How much a run says, and in which form. Read from the raw arguments: faults need it before parsing. */
export type OutputMode = { json: boolean; quiet: boolean; verbose: boolean }

/** The output flags among the arguments that precede `--`. */
export function outputMode(argv: readonly string[]): OutputMode {
  const end = argv.indexOf('--')
  const own = new Set(end === -1 ? argv : argv.slice(0, end))
  return {
    json: own.has('--json'),
    quiet: own.has('--quiet') || own.has('-q'),
    verbose: own.has('--verbose'),
  }
}

/** The two streams of a command: results go to stdout, what happens meanwhile to stderr. */
export function createOutput(mode: OutputMode) {
  const silent = mode.json || mode.quiet
  return {
    ...mode,
    /** A result for the person at the terminal; `--quiet` and `--json` drop it. */
    say(text = '') {
      if (!silent) process.stdout.write(`${text}\n`)
    },
    /** What happens meanwhile; `--quiet` and `--json` drop it. */
    progress(text: string) {
      if (!silent) process.stderr.write(`${text}\n`)
    },
    /** What only `--verbose` wants to know. */
    detail(text: string) {
      if (mode.verbose) process.stderr.write(`${text}\n`)
    },
    /** A fault; nothing silences it. */
    complain(text: string) {
      process.stderr.write(`${text}\n`)
    },
    /** The one JSON value of a run. */
    printJson(value: unknown) {
      process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
  }
}

export type Output = ReturnType<typeof createOutput>
