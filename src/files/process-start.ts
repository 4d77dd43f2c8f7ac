import { readText } from './read-text.ts'

/**
 * When a process began, in a form that no other process of this machine ever has, so that a reused
 * process number is told apart; undefined where the system does not say (it is only on Linux).
 */
export function processStart(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined
  const stat = readText(`/proc/${pid}/stat`)
  // The command, in brackets, may hold spaces and brackets itself.
  const ticks = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return ticks && `${readText('/proc/sys/kernel/random/boot_id')?.trim()}/${ticks}`
}

/** Whether a process exists, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
