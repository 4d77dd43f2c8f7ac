import type { Files } from '../files/files.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'
import { readBase } from './read-ledger.ts'

/**
 * A file as elif rendered it, laid out by the settings that the app has today and with LF;
 * undefined for a file that elif did not render.
 */
export async function formattedBase(files: Files, path: string): Promise<string | undefined> {
  const base = readBase(files, path)
  if (base === undefined) return undefined
  const settings = await settingsIn(files.read)
  return (await formatText(path, base, settings)).replaceAll('\r\n', '\n')
}
