import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { Change, ChangeSet } from '../../src/workspace/change-set.ts'

/** In memory where the system has such a folder: hundreds of applies wait for no disk then. */
const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A folder of its own with these files; removed when it goes out of scope. */
export function scratchApp(files: Record<string, string> = {}) {
  const parent = mkdtempSync(join(scratch, 'elif-app-'))
  const root = join(parent, 'shop')
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return {
    root,
    parent,
    path: (path: string) => join(root, path),
    [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }),
  }
}

/** Every file and folder below, with texts and modes; this machine's own state left out. */
export function treeOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => path !== '.elif' && !path.startsWith('.elif/local'))
    .toSorted()
  return Object.fromEntries(entries.map((path) => [path, describe(join(root, path))]))
}

function describe(path: string): string {
  const status = lstatSync(path)
  if (status.isSymbolicLink()) return `link to ${readlinkSync(path)}`
  if (status.isDirectory()) return 'folder'
  return `${(status.mode & 0o777).toString(8)} ${readFileSync(path, 'utf8')}`
}

export const changeSetOf = (...changes: Change[]): ChangeSet => ({
  changes,
  notices: [],
  steps: [],
})
