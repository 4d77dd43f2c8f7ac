import { posix } from 'node:path'

import type { Files } from '../../files/files.ts'
import { importedPath } from '../../source/imported-path.ts'
import { isScript } from '../../source/comments.ts'
import { currentText } from '../../ledger/current-text.ts'

export type Importer = { path: string; line: number; text: string }

/** The lines of an app that name a file as a module, in whatever kind of import. */
export function importersOf(files: Files, path: string): Importer[] {
  const name = posix.basename(path)
  return files.list().flatMap((each) => {
    if (!isScript(each) || each === path) return []
    const now = currentText(files, each)
    if (now.kind !== 'text' || !now.text.includes(name)) return []
    return now.text.split('\n').flatMap((text, index) => {
      const named = [...text.matchAll(QUOTED)].map(([, from = '']) => importedPath(each, from))
      return named.includes(path) ? [{ path: each, line: index + 1, text }] : []
    })
  })
}

const QUOTED = /['"`]([^'"`\n]+)['"`]/gu
