import { join } from 'node:path'

import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { type FileSystem, fileSystem } from '../files/file-system.ts'
import { replaceText } from '../files/link.ts'
import { awaitLock } from '../files/lock.ts'
import { readText } from '../files/read-text.ts'
import { quietly } from '../files/quietly.ts'
import { parseJson } from '../text/parse-json.ts'
import { localFolder, makeLocalFolders } from './local-folder.ts'

const Holder = z.object({ pid: z.number(), command: z.string() })

/** `patience` in milliseconds is how long to wait for one's turn. */
export type LockOptions = { command: string; disk: FileSystem; patience?: number }

const lockPath = (root: string) => join(localFolder(root), 'writing.lock')
const notePath = (root: string) => join(localFolder(root), 'writing.json')

/** Does the work while no other elif writes to the app; waits a while for its turn. */
export async function withLock<Result>(
  root: string,
  { command, disk, patience = 10_000 }: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  makeLocalFolders(root, disk)
  const unlock = await awaitLock(lockPath(root), patience)
  if (!unlock) throw heldBy(root)
  try {
    // Told to people only: a full disk may swallow it.
    quietly(() => replaceText(notePath(root), JSON.stringify({ pid: process.pid, command })))
    return await work()
  } finally {
    quietly(() => fileSystem.unlink(notePath(root)))
    unlock()
  }
}

function heldBy(root: string) {
  const holder = Holder.safeParse(parseJson(readText(notePath(root)) ?? '')).data
  return elifError('workspace-locked', { holder, lock: lockPath(root) })
}
