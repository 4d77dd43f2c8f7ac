/** A process to start: the program and its arguments, never a line for a shell. */
export type Program = { command: string; arguments: string[] }

export type RunOptions = {
  cwd: string
  env?: Record<string, string | undefined>
  /** Told every line of output when it is there, from both streams. */
  onLine?: (line: string) => void
  signal?: AbortSignal
}

/** Runs a process to its end. A program that fails or is missing is an answer, not an exception. */
export async function run(
  program: Program,
  options: RunOptions,
): Promise<{ exitCode: number; output: string }> {
  const { execa } = await import('execa')
  const child = execa(program.command, program.arguments, {
    cwd: options.cwd,
    env: options.env ?? {},
    all: true,
    reject: false,
    stdin: 'ignore',
    ...(options.signal && { cancelSignal: options.signal }),
  })
  if (options.onLine) for await (const line of child.iterable({ from: 'all' })) options.onLine(line)
  const { all, exitCode, shortMessage } = await child
  if (exitCode === undefined) return { exitCode: 127, output: shortMessage ?? '' }
  return { exitCode, output: all }
}
