import { chmodSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'

/** The text of a file, undefined when it is not there or cannot be read. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Replaces a small file of this machine; a reader sees the old text or the new one. */
export function replaceFile(path: string, text: string): void {
  const partial = `${path}.${process.pid}.partial`
  writeFileSync(partial, text, { mode: 0o600 })
  renameSync(partial, path)
}

/** Makes a link beside its target; false when something of that name is there already. */
export function linkIfMissing(target: string, link: string): boolean {
  try {
    symlinkSync(target, link)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

export const makeExecutable = (path: string) => chmodSync(path, 0o755)

/** Writes into a file that stays the same file, with its owner and mode. */
export const replaceText = (path: string, text: string) => writeFileSync(path, text)
