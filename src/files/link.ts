import { chmodSync, symlinkSync, writeFileSync } from 'node:fs'

import { hasCode } from './system-error.ts'

/** Makes a link beside its target; false when something of that name is there already. */
export function linkIfMissing(target: string, link: string): boolean {
  try {
    symlinkSync(target, link)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

export const makeExecutable = (path: string) => chmodSync(path, 0o755)

/** Writes into a file that stays the same file, with its owner and mode. */
export const replaceText = (path: string, text: string) => writeFileSync(path, text)
