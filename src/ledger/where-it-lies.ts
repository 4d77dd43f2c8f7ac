import { basename, extname } from 'node:path'

import type { Files } from '../files/files.ts'
import { sha256 } from '../files/sha256.ts'
import { currentText } from './current-text.ts'
import { unmanagedPaths } from './file-states.ts'
import { type Managed, managedFiles } from './managed-files.ts'
import { readBase, readLedger } from './read-ledger.ts'

/**
 * Where a file of elif's lies now: at its place, at the one its owner has moved it to as it was,
 * or in another folder under its old name with most of its lines. Undefined when it is deleted.
 */
export function whereItLies(files: Files, path: string): string | undefined {
  if (currentText(files, path).kind !== 'absent') return path
  const managed = managedFiles(readLedger(files).runs)
  const strangers = unmanagedPaths(files, managed).filter((each) => extname(each) === extname(path))
  return unchanged(files, strangers, managed.get(path)) ?? mostly(files, strangers, path)
}

function unchanged(files: Files, strangers: string[], file: Managed | undefined) {
  if (!file || file.hash === sha256('')) return undefined
  return only(strangers.filter((each) => hashOf(files, each) === file.hash))
}

function hashOf(files: Files, path: string): string | undefined {
  const now = currentText(files, path)
  return now.kind === 'text' ? sha256(now.text) : undefined
}

/** A file of the same name may be another one, so most lines have to be the same. */
function mostly(files: Files, strangers: string[], path: string): string | undefined {
  const base = readBase(files, path)
  if (base === undefined) return undefined
  const named = strangers.filter((each) => basename(each) === basename(path))
  return only(named.filter((each) => sharesLines(base, currentText(files, each))))
}

function sharesLines(base: string, now: ReturnType<typeof currentText>): boolean {
  if (now.kind !== 'text') return false
  const known = new Set(wordsOfLines(base))
  const lines = wordsOfLines(now.text)
  const shared = lines.filter((line) => known.has(line)).length
  return shared * 2 > Math.max(known.size, lines.length)
}

/** Lines as their words: the base is not laid out as the file is. */
const wordsOfLines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[^\p{L}\d]/gu, ''))
    .filter((line) => line !== '')

/** Of two that could be it, none is. */
const only = (paths: string[]) => (paths.length === 1 ? paths[0] : undefined)
