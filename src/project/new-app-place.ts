import { basename, dirname, join, resolve } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { namesIn, statusOf } from '../files/file-system.ts'
import { shellWord } from '../text/shell-word.ts'
import { findAppRoot } from './find-app.ts'
import { packageNameFault, suggestedPackageName } from './package-name.ts'

/** Where a new app goes and what its package is called. */
export type NewAppPlace = { root: string; packageName: string; typed: string }

/** What a new folder may hold: git's own, and what a file browser leaves behind. */
const harmless = new Set(['.git', '.DS_Store', 'Thumbs.db'])

/** Reads NAME (`shop`, `apps/shop`, `@acme/shop`, `.`) without looking at the disk. */
export function newAppPlace(name: string, from: string): NewAppPlace {
  if (!/^@[^/\\]+[/\\][^/\\]+$/.test(name)) {
    const root = resolve(from, name)
    return { typed: name, root, packageName: basename(root) }
  }
  const packageName = name.replace('\\', '/')
  return { typed: name, root: resolve(from, basename(name)), packageName }
}

/** Throws where no app can be made, with the reason and the way out. */
export function refuseNewApp({ root, packageName, typed }: NewAppPlace): void {
  const because = packageNameFault(packageName)
  if (because === undefined) return refuseTaken(root)
  const suggestion = suggestedPackageName(packageName)
  const shown = packageName === typed ? suggestion : join(dirname(typed), suggestion)
  throw elifError('app-name-invalid', { name: packageName, because, suggestion: shellWord(shown) })
}

function refuseTaken(root: string): void {
  const around = findAppRoot(dirname(root))
  if (around !== undefined) throw elifError('app-inside-app', { root, around })
  const status = statusOf(root)
  if (!status) return
  if (statusOf(join(root, 'elif.json'))) throw elifError('app-exists', { root })
  if (status.isFile()) throw elifError('app-folder-is-file', { root })
  const found = namesIn(root).filter((each) => !harmless.has(each) && !isLeftover(root, each))
  if (found.length > 0) throw elifError('app-folder-taken', { root, found: found.toSorted() })
}

/** The lock of an elif that was killed before it wrote anything. */
const isLeftover = (root: string, name: string) =>
  name === '.elif' && namesIn(join(root, name)).every((each) => each === 'local')
