import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs'

/** Opens a log to append to, as a descriptor that a child process can inherit. */
export const openLog = (path: string) => openSync(path, 'a', 0o600)

export const closeLog = (descriptor: number) => closeSync(descriptor)

export const logSize = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0

/** What a log says from a byte on, at most its last 16 KiB. */
export function logFrom(path: string, start: number): string {
  if (!existsSync(path)) return ''
  const descriptor = openSync(path, 'r')
  try {
    const { size } = fstatSync(descriptor)
    const from = Math.max(start, size - 16_384, 0)
    const buffer = Buffer.alloc(Math.max(size - from, 0))
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, from))
  } finally {
    closeSync(descriptor)
  }
}

/** Keeps one older part beside a log that has grown too long. The writer appends, so it goes on. */
export function trimLog(path: string, limit: number): void {
  if (logSize(path) <= limit) return
  copyFileSync(path, `${path}.1`)
  truncateSync(path)
}
