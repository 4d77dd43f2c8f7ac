import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { type FileKind, HEAD, kindOf } from './file-kinds.ts'
import { uploadProblems } from './upload-problems.ts'

export type UploadSettings = { directory: string; maxBytes: number; maxFiles: number }

/** A file that is kept. */
export type Upload = { id: string; kind: FileKind; bytes: number }

export type Uploads = ReturnType<typeof createUploads>

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Files in a folder, each under an id of ours: no name that a caller gives becomes a path. */
export function createUploads(settings: UploadSettings) {
  const directory = resolve(settings.directory)

  function pathOf(id: string) {
    if (!ID.test(id)) throw new Error(`${id} is no id of an upload`)
    return join(directory, id)
  }

  /** Keeps a stream, if its first bytes are those of one of these kinds. */
  async function keep(stream: Readable, kinds: FileKind[], field: string): Promise<Upload> {
    const id = randomUUID()
    const path = pathOf(id)
    const draft = `${path}.part`
    const seen = { kind: undefined as FileKind | undefined, bytes: 0 }
    await mkdir(directory, { recursive: true })
    try {
      const checked = (source: Readable) => inspected(source, seen, { kinds, field })
      await pipeline(stream, checked, createWriteStream(draft, { flags: 'wx', mode: 0o600 }))
      if (seen.kind === undefined) throw uploadProblems.fileKind({ field, kinds })
      await rename(draft, path)
      return { id, kind: seen.kind, bytes: seen.bytes }
    } catch (error) {
      await rm(draft, { force: true })
      throw error
    }
  }

  return {
    settings,
    keep,
    open: (id: string) => createReadStream(pathOf(id)),
    remove: (id: string) => rm(pathOf(id), { force: true }),
  }
}

type Seen = { kind: FileKind | undefined; bytes: number }
type Taken = { kinds: FileKind[]; field: string }

/** Passes on what comes, once its beginning says that it may come. */
async function* inspected(source: Readable, seen: Seen, { kinds, field }: Taken) {
  let head = Buffer.alloc(0)
  for await (const chunk of source) {
    seen.bytes += chunk.length
    if (seen.kind !== undefined) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD) continue
    seen.kind = taken(head, kinds)
    if (seen.kind === undefined) throw uploadProblems.fileKind({ field, kinds })
    yield head
  }
  if (seen.kind !== undefined || head.length >= HEAD) return
  seen.kind = taken(head, kinds)
  if (seen.kind !== undefined) yield head
}

function taken(head: Buffer, kinds: FileKind[]) {
  const kind = kindOf(head)
  return kind !== undefined && kinds.includes(kind) ? kind : undefined
}
