export type Asked = { exitCode: number; output: string; messages: unknown[] }

type AskOptions = { cwd: string; env: Record<string, string | undefined>; patience: number }

/** Runs a JavaScript program in a Node of its own; gives what it printed and the messages it sent. */
export async function askProgram(program: string, options: AskOptions): Promise<Asked> {
  const { execa } = await import('execa')
  const child = execa(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: options.cwd,
    env: options.env,
    extendEnv: false,
    all: true,
    ipc: true,
    serialization: 'json',
    reject: false,
    stdin: 'ignore',
    timeout: options.patience,
    killSignal: 'SIGKILL',
  })
  const { all, exitCode = 127, ipcOutput, timedOut } = await child
  const late = timedOut ? `It did not answer within ${options.patience / 1000} s.` : ''
  return { exitCode, output: [all, late].filter(Boolean).join('\n'), messages: ipcOutput }
}
