import { join } from 'node:path'

import { z } from 'zod'

import { statusOf } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { hasCode } from '../files/system-error.ts'
import { writeAtomic } from '../files/write-atomic.ts'
import type { Change } from '../workspace/change-set.ts'

const path = '.elif/local/launcher.json'
const Note = z.object({ entry: z.string() })

/** The note by which `./elif` finds an elif of this machine, and a Node that runs it. */
export function launcherNote(entry: string): Change & { kind: 'create' } {
  const after = `${JSON.stringify({ entry, node: process.execPath }, null, 2)}\n`
  return { kind: 'create', path, after }
}

/**
 * Notes an elif in an app whose `./elif` finds none, as after a clone; answers whether it did.
 * Where nothing may be written, `./elif` goes on saying what is missing.
 */
export function noteLauncher(root: string, entry: string): boolean {
  if (!statusOf(join(root, 'elif')) || findsElif(root)) return false
  try {
    writeAtomic(join(root, path), launcherNote(entry).after)
    return true
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false
    throw error
  }
}

function findsElif(root: string): boolean {
  const noted = notedEntry(readText(join(root, path)))
  const entries = [join(root, 'node_modules/elif/bin/run.js'), ...(noted ? [noted] : [])]
  return entries.some((entry) => readText(entry) !== undefined)
}

function notedEntry(text: string | undefined): string | undefined {
  try {
    return Note.parse(JSON.parse(text ?? '')).entry
  } catch {
    return undefined
  }
}
