import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'

import { z } from 'zod'

import { type FileSystem, namesIn, statusOf } from '../files/file-system.ts'
import { keptOf } from '../files/write-atomic.ts'
import type { FileWrite } from './file-writes.ts'
import { hashOf } from './holds.ts'
import { journalFolder } from './local-folder.ts'

const Kept = z.object({
  mode: z.number(),
  owner: z.object({ uid: z.number(), gid: z.number() }).exactOptional(),
})

/** What an apply is about to do, with all that is needed to undo it. */
export const Journal = z.object({
  version: z.literal(2),
  id: z.string().regex(/^[\w-]+$/),
  command: z.string(),
  folders: z.array(z.string()),
  /** Folders that go when all is written and nothing is left in them. */
  emptied: z.array(z.string()).default([]),
  writes: z.array(
    z.object({
      path: z.string(),
      before: z.string().nullable(),
      kept: Kept.nullable(),
      after: z.string().nullable(),
    }),
  ),
})
export type Journal = z.infer<typeof Journal>

export const journalPath = (root: string, id: string, state: 'open' | 'done') =>
  join(journalFolder(root), `${id}.${state}.json`)

export function journalOf(
  root: string,
  { command, emptied }: { command: string; emptied: string[] },
  writes: FileWrite[],
): Journal {
  const id = `${Date.now().toString(36)}-${randomBytes(6).toString('hex')}`
  const entries = writes.map(({ path, before, after, like }) => ({
    path,
    before: before ?? null,
    kept: keptOf(join(root, before === undefined ? (like ?? path) : path)) ?? null,
    after: after === undefined ? null : hashOf(after),
  }))
  const folders = missingFolders(root, writes)
  return { version: 2, id, command, folders, emptied, writes: entries }
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
