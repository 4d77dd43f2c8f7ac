import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

import { replaceText } from '../files/link.ts'
import { isRunning } from '../files/is-running.ts'
import { readText } from '../files/read-text.ts'

/** What a running server says about itself in `postmaster.pid`. */
export type PostmasterFile = { pid: number; sockets: string; ready: boolean }

const fileIn = (data: string) => join(data, 'postmaster.pid')

export function readPostmasterFile(data: string): PostmasterFile | undefined {
  const lines = (readText(fileIn(data)) ?? '').split('\n')
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10))
  if (!pid) return undefined
  return { pid, sockets: (lines[4] ?? '').trim(), ready: (lines[7] ?? '').trim() === 'ready' }
}

/** The server that runs on a data folder, known by its command line as well as by its number. */
export function runningPostmaster(data: string): PostmasterFile | undefined {
  const noted = readPostmasterFile(data)
  if (!noted || !isRunning(noted.pid)) return undefined
  const command = commandLine(noted.pid)
  return command.includes('postgres') && command.includes(data) ? noted : undefined
}

/**
 * After a restart of the machine the noted pid may belong to any process, and PostgreSQL would refuse
 * to start. It takes the pid of its parent for stale, and still asks the kernel whether an old
 * server's memory is in use, which deleting the file would skip.
 */
export function disownPostmasterFile(data: string): void {
  const text = readText(fileIn(data))
  if (text === undefined) return
  replaceText(fileIn(data), text.replace(/^-?\d+/, String(process.pid)))
}

function commandLine(pid: number): string {
  try {
    const known = readText(`/proc/${pid}/cmdline`)
    if (known !== undefined) return known.replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
