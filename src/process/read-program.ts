import type { Program } from './run.ts'

/** What a program writes to stdout, to the last byte; undefined when it fails or is missing. */
export async function readProgram(program: Program, cwd: string): Promise<string | undefined> {
  const { execa } = await import('execa')
  const { exitCode, stdout } = await execa(program.command, program.arguments, {
    cwd,
    reject: false,
    stdin: 'ignore',
    stripFinalNewline: false,
  })
  return exitCode === 0 ? stdout : undefined
}
