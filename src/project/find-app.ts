import { dirname, join } from 'node:path'

import { elifError } from '../errors/elif-error.ts'
import { diskFiles, type Files } from '../files/files.ts'
import { statusOf } from '../files/file-system.ts'
import { readText } from '../files/read-text.ts'
import { withUnnamed } from './installed-features.ts'
import { readManifest, type Manifest, versionIn } from './manifest.ts'

/** One app on disk: its folder, its choices, its files. */
export type App = { root: string; manifest: Manifest; files: Files }

export type OlderApp = Pick<App, 'root' | 'files'> & { version: string }

/** The app around a folder, the nearest upwards with an `elif.json`, for the elif of a version. */
export async function findApp(from: string, running: string): Promise<App> {
  const root = findAppRoot(from)
  if (root === undefined) throw elifError('app-missing', { folder: from })
  const path = join(root, 'elif.json')
  const manifest = await readManifest(readText(path) ?? '', path, running)
  const has = (file: string) => statusOf(join(root, file)) !== undefined
  return { root, manifest: withUnnamed(manifest, has), files: diskFiles(root) }
}

/**
 * The same of an app that an older elif may have left, whose elif.json need not be as this elif
 * writes it; with the version of that elif.
 */
export async function findOlderApp(from: string, running: string): Promise<OlderApp> {
  const root = findAppRoot(from)
  if (root === undefined) throw elifError('app-missing', { folder: from })
  const path = join(root, 'elif.json')
  const version = await versionIn(readText(path) ?? '', path, running)
  return { root, files: diskFiles(root), version }
}

/** The folder of the app around `from`, without reading anything; undefined outside of apps. */
export function findAppRoot(from: string): string | undefined {
  if (statusOf(join(from, 'elif.json'))) return from
  const above = dirname(from)
  return above === from ? undefined : findAppRoot(above)
}
