import { spawnSync } from 'node:child_process'

/** The shells whose grammar a pasted command has to fit; each reads and does not run. */
export const shells = ['sh', 'bash', 'zsh']

export const isInstalled = (shell: string) =>
  spawnSync(shell, ['-c', 'exit 0'], { stdio: 'ignore' }).status === 0

/** What the shell says against a line, or undefined when it would take it. */
export function complaint(shell: string, line: string): string | undefined {
  const { status, stderr } = spawnSync(shell, ['-n', '-c', line], { encoding: 'utf8' })
  return status === 0 ? undefined : `${shell}: ${line}: ${stderr.trim()}`
}

/** zsh looks for files behind unquoted ?, * and [ and stops when there are none. */
export function unquotedPattern(line: string): string | undefined {
  const bare = line.replaceAll(/'[^']*'|"[^"]*"|\\./g, '')
  return /[?*[]/.test(bare) ? `zsh would look for files: ${line}` : undefined
}
