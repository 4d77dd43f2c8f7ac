import { elifError } from '../errors/elif-error.ts'
import type { FileWrite } from './file-writes.ts'
import { realPlace } from './real-place.ts'

/** The write at the place that its links lead to: a rename onto a link would replace the link. */
export function realWrite(root: string, write: FileWrite): FileWrite {
  const path = realPlace(root, write.path)
  if (path === undefined) throw elifError('path-outside', { path: write.path })
  const like = write.like === undefined ? undefined : realPlace(root, write.like)
  return { ...write, path, ...(like !== undefined && { like }) }
}
