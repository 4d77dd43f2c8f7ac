import { type FileSystem, statusOf } from '../files/file-system.ts'
import { hasCode } from '../files/system-error.ts'

/**
 * How a file takes the place of another one while somebody else may save it. Node has no exchange of
 * two names, and a rename onto a path loses what was saved there since it was last read. So what lies
 * there is moved aside first and looked at then: nothing can be saved over it any more. What takes its
 * place is linked, which fails when an editor has saved anew in between. For these microseconds the
 * path has no file; a program that is killed there leaves it to recovery.
 *
 * What remains: an editor that keeps a file open and writes into it after its last look at the end of
 * an apply. And where a file system has no links, a rename right after a look.
 */
export function setAside(
  path: string,
  aside: string,
  isExpected: (path: string) => boolean,
  disk: FileSystem,
): boolean {
  if (!statusOf(path)?.isFile()) return false
  try {
    disk.rename(path, aside)
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
  if (isExpected(aside)) return true
  putBack(aside, path, disk)
  return false
}

/** Gives a file a name that nobody has; false when somebody was quicker. Its old name goes. */
export function takeName(from: string, to: string, disk: FileSystem): boolean {
  try {
    disk.link(from, to)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    if (!hasCode(error, ...linkless)) throw error
    if (statusOf(to)) return false
    disk.rename(from, to)
    return true
  }
  disk.unlink(from)
  return true
}

/** What file systems without hard links answer: exFAT, some network disks, some containers. */
const linkless = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EINVAL']

/** Back to its place, unless its owner has saved something newer there. */
export function putBack(aside: string, path: string, disk: FileSystem) {
  if (!statusOf(aside)?.isFile()) {
    // Links, pipes and folders cannot be linked.
    if (!statusOf(path)) disk.rename(aside, path)
    return
  }
  if (!takeName(aside, path, disk)) disk.unlink(aside)
}
