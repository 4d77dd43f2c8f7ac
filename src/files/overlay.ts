import {
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

import { isBelow } from './files.ts'

/** Every file of a folder with a mark of its state, by paths with forward slashes. */
export type Marks = Map<string, string>

/** What is nobody's source here, and what grows by itself. */
const skipped = (path: string) => /(^|\/)\.git$|^\.elif\/local$|\.log$/.test(path)

/**
 * Copies an app to another place, as links to the same blocks where the file system can: packages
 * are linked one by one, so that what a tool keeps beside them stays in the copy. Answers the
 * state of each file as it was copied.
 */
export function copyOverlay(from: string, to: string, options: { packages: boolean }): Marks {
  const marks = marksOf(from)
  const packages = options.packages ? packageFoldersIn(from) : []
  for (const path of packages) linkPackages(join(from, path), join(to, path))
  for (const path of marks.keys()) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copy(from, to, path)
  }
  return marks
}

/** The state of every file that a copy would hold; two states differ where a file was written. */
export function marksOf(root: string): Marks {
  return new Map(filesIn(root, '').map((path) => [path, markOf(join(root, path))]))
}

function markOf(path: string): string {
  const { ino, mtimeMs, size } = lstatSync(path)
  return [ino, mtimeMs, size].join(':')
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name === 'node_modules' || skipped(path)) return []
    if (entry.isDirectory()) return filesIn(root, path)
    return entry.isFile() || entry.isSymbolicLink() ? [path] : []
  })
}

/** The app's own packages, and those of its workspaces, which lie no deeper than two folders. */
const packageFoldersIn = (root: string, folder = '', depth = 0): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.name === 'node_modules') return [path]
    if (!entry.isDirectory() || entry.name.startsWith('.') || depth === 2) return []
    return packageFoldersIn(root, path, depth + 1)
  })

function linkPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of readdirSync(from)) {
    // Hidden folders hold what tools keep; only the programs are part of the packages.
    if (name.startsWith('.') && name !== '.bin') continue
    const source = join(from, name)
    // A link may lead nowhere: npm leaves those of packages that have gone.
    const isFolder = statSync(source, { throwIfNoEntry: false })?.isDirectory() ?? false
    symlinkSync(source, join(to, name), isFolder ? 'junction' : 'file')
  }
}

function copy(from: string, to: string, path: string): void {
  const source = join(from, path)
  if (!lstatSync(source).isSymbolicLink()) {
    copyFileSync(source, join(to, path), constants.COPYFILE_FICLONE)
    return
  }
  const target = resolve(dirname(source), readlinkSync(source))
  const inside = isBelow(from, target)
  symlinkSync(inside ? relative(dirname(source), target) : target, join(to, path))
}
