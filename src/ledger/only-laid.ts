import type { Files } from '../files/files.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'
import { readBase } from './read-ledger.ts'

/**
 * Whether a file differs from what elif rendered in its layout alone: a formatter with other
 * settings is no owner's edit. Objects that one of them has broken up stay so, hence collapsed.
 */
export async function isOnlyLaid(files: Files, path: string, now: string): Promise<boolean> {
  const base = readBase(files, path)
  if (base === undefined) return false
  const settings = { ...(await settingsIn(files.read)), objectWrap: 'collapse' as const }
  const laid = (text: string) => formatText(path, text.replaceAll('\r\n', '\n'), settings)
  try {
    return (await laid(now)) === (await laid(base))
  } catch {
    // What does not parse was edited.
    return false
  }
}
