import { ElifError } from '../errors/elif-error.ts'
import type { Files } from '../files/files.ts'

/** A file as it is now, with LF as the ledger has it. */
export type CurrentText = { kind: 'absent' } | { kind: 'not-text' } | { kind: 'text'; text: string }

/** What cannot be read as text is no fault here: an owner may put anything in place of a file. */
export function currentText(files: Files, path: string): CurrentText {
  try {
    const text = files.read(path)?.replaceAll('\r\n', '\n')
    return text === undefined ? { kind: 'absent' } : { kind: 'text', text }
  } catch (error) {
    if (error instanceof ElifError && noText.has(error.code)) return { kind: 'not-text' }
    throw error
  }
}

const noText = new Set<string>(['file-encoding', 'file-special', 'file-too-large'])
