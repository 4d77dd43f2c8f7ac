import { createHash, randomBytes } from 'node:crypto'
import { basename, dirname, join, relative, sep } from 'node:path'

import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { messageOf } from '../errors/message-of.ts'
import { type FileSystem, namesIn, realPath, statusOf } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { modeOf } from '../files/write-atomic.ts'
import { insideApp } from './app-path.ts'
import type { FileWrite } from './file-writes.ts'
import { leavesApp } from './leaves-app.ts'
import { journalFolder } from './local-folder.ts'

/** What an apply is about to do, with all that is needed to undo it. */
const Journal = z.object({
  version: z.literal(1),
  id: z.string().regex(/^[\w-]+$/),
  command: z.string(),
  folders: z.array(z.string()),
  /** Folders that go when all is written and nothing is left in them. */
  emptied: z.array(z.string()).default([]),
  writes: z.array(
    z.object({
      path: z.string(),
      before: z.string().nullable(),
      mode: z.number().nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type Journal = z.infer<typeof Journal>

/** The hash of the very bytes, line ends included: the journal gives back what was there. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

export const journalPath = (root: string, id: string, state: 'open' | 'done') =>
  join(journalFolder(root), `${id}.${state}.json`)

/** The name a file has until it takes its place; known to recovery. */
export const temporaryPath = (root: string, path: string, id: string) =>
  join(root, dirname(path), `.${basename(path)}.elif-${id}.tmp`)

export function journalOf(
  root: string,
  { command, emptied }: { command: string; emptied: string[] },
  writes: FileWrite[],
): Journal {
  const id = `${Date.now().toString(36)}-${randomBytes(6).toString('hex')}`
  const entries = writes.map(({ path, before, after }) => ({
    path,
    before: before ?? null,
    mode: modeOf(join(root, path)) ?? null,
    after: after === undefined ? null : hashOf(after),
  }))
  const folders = missingFolders(root, writes)
  return { version: 1, id, command, folders, emptied, writes: entries }
}

/** The folders that an apply will make, outermost first. */
export function missingFolders(root: string, writes: FileWrite[]): string[] {
  const folders = new Set<string>()
  for (const { path, after } of writes) {
    if (after === undefined) continue
    const parts = path.split('/').slice(0, -1)
    for (let count = 1; count <= parts.length; count++) {
      const folder = parts.slice(0, count).join('/')
      if (!statusOf(join(root, folder))) folders.add(folder)
    }
  }
  return [...folders]
}

/** Puts the journal on the disk; from here on a crash can be undone. */
export function openJournal(root: string, journal: Journal, disk: FileSystem) {
  const path = journalPath(root, journal.id, 'open')
  disk.write(`${path}.tmp`, JSON.stringify(journal), { kind: 'exactly', mode: 0o600 })
  disk.rename(`${path}.tmp`, path)
  disk.syncFolder(dirname(path))
}

/** Removes an open journal and its draft, after all is as it was. */
export function closeJournal(path: string, disk: FileSystem) {
  for (const each of [path, `${path}.tmp`]) if (statusOf(each)) disk.unlink(each)
}

/** The journals an interrupted elif has left. */
export function journalsIn(root: string): { path: string; state: 'open' | 'done' | 'draft' }[] {
  return namesIn(journalFolder(root)).map((name) => ({
    path: join(journalFolder(root), name),
    state: name.endsWith('.open.json') ? 'open' : name.endsWith('.done.json') ? 'done' : 'draft',
  }))
}

/** Reads a journal; one that would reach out of the app was not written by elif. */
export function readJournal(root: string, path: string): Journal {
  try {
    const journal = Journal.parse(JSON.parse(readText(path) ?? ''))
    const { folders, emptied, writes } = journal
    for (const each of [...folders, ...emptied, ...writes.map((write) => write.path)]) {
      if (leavesApp(root, insideApp(each))) throw elifError('path-outside', { path: each })
    }
    return journal
  } catch (cause) {
    throw elifError(
      'journal-unreadable',
      { path, reason: messageOf(cause) },
      { at: { path }, cause },
    )
  }
}

/** The path of what a link points to, since a rename onto the link would replace the link. */
export function behindLinks(root: string, write: FileWrite): FileWrite {
  if (!statusOf(join(root, write.path))?.isSymbolicLink()) return write
  const real = relative(realPath(root), realPath(join(root, write.path)))
  return { ...write, path: real.split(sep).join('/') }
}
