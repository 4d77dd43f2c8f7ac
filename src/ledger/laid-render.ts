import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { settingsIn } from '../template/format-settings.ts'
import { formatText } from '../template/format-text.ts'

const laid = new Map<string, Promise<string>>()

/**
 * A text as elif rendered it, laid out by the settings that the app has today and with LF. The
 * same text is laid out once for each path and settings: an upgrade asks for many alike.
 */
export async function laidRender(files: Files, path: string, render: string): Promise<string> {
  const settings = await settingsIn(files.read)
  const key = JSON.stringify([path, sha256(render), Object.entries(settings).toSorted()])
  const known = laid.get(key)
  if (known) return known
  const made = formatText(path, render.replaceAll('\r\n', '\n'), settings).then((text) =>
    text.replaceAll('\r\n', '\n'),
  )
  laid.set(key, made)
  return made
}
