import { expect } from 'vitest'

import type { Edit, Editor } from '../../src/source/edit.ts'

/** The text an editor makes of a source; fails when it does not change it. */
export function edited(editor: Editor, source: string, path?: string): string {
  return textOf(editor(source, path))
}

export function textOf(edit: Edit): string {
  if (edit.kind !== 'changed') expect.fail(`expected a change, got ${JSON.stringify(edit)}`)
  return edit.text
}

/** The same text as other editors and other systems would have saved it. */
export const checkouts: [name: string, as: (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['byte order mark', (text) => `\ufeff${text}`],
  ['byte order mark and CRLF', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['tabs', (text) => text.replace(/^(?: {2})+/gm, (blanks) => '\t'.repeat(blanks.length / 2))],
  ['no final newline', (text) => text.replace(/\n$/, '')],
]
