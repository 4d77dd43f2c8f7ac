import type { Files } from '../files/files.ts'
import { laidRender } from './laid-render.ts'
import { readBase } from './read-ledger.ts'

/**
 * A file as elif rendered it, laid out by the settings that the app has today and with LF;
 * undefined for a file that elif did not render.
 */
export async function formattedBase(files: Files, path: string): Promise<string | undefined> {
  const base = readBase(files, path)
  return base === undefined ? undefined : laidRender(files, path, base)
}
