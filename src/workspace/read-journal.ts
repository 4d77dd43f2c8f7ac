import { z } from 'zod'

import { ElifError, elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { readText } from '../files/read-text.ts'
import { parseJson } from '../text/parse-json.ts'
import { insideApp } from './app-path.ts'
import { Journal } from './journal.ts'
import { ownedByOthers } from './name-fault.ts'
import { realPlace } from './real-place.ts'

const Versioned = z.object({ version: z.number() })

/** Reads a journal; one that would reach out of the app was not written by elif. */
export function readJournal(root: string, path: string): Journal {
  const journal = parseJournal(textOf(path), path)
  const { folders, emptied, writes } = journal
  for (const each of [...folders, ...emptied, ...writes.map((write) => write.path)]) {
    if (!isOurs(root, each)) throw unreadable(path, `${each} is no file of the app`)
  }
  return journal
}

/** What the text of a journal says; throws when this elif cannot tell. */
export function parseJournal(text: string, path: string): Journal {
  const read = parseJson(text)
  if (read === undefined) throw unreadable(path, 'it is no JSON')
  const { data: versioned } = Versioned.safeParse(read)
  const known = Journal.shape.version.value
  if (versioned && versioned.version !== known) {
    throw elifError('journal-foreign', { path, version: versioned.version }, { at: { path } })
  }
  const { data: journal, error } = Journal.safeParse(read)
  if (journal) return journal
  throw unreadable(path, `${error.issues[0]?.path.join('.')} is not what it should be`)
}

function textOf(path: string): string {
  try {
    return readText(path) ?? ''
  } catch (fault) {
    if (fault instanceof ElifError) throw unreadable(path, 'it is no text')
    throw unreadable(path, messageOf(fault))
  }
}

function isOurs(root: string, path: string): boolean {
  try {
    const real = realPlace(root, insideApp(path))
    return real !== undefined && !ownedByOthers(path) && !ownedByOthers(real)
  } catch {
    return false
  }
}

const unreadable = (path: string, reason: string) =>
  elifError('journal-unreadable', { path, reason }, { at: { path } })
