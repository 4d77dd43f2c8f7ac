import type { Files } from '../files/files.ts'
import { manifestFile } from './layout.ts'
import { type Manifest, parseManifest } from './manifest.ts'

const databaseFile = 'src/framework/database/database.ts'

/**
 * The features of an app. One that was made before the database was a feature has it and does not
 * say so, until an upgrade writes it down.
 */
export function withUnnamed(manifest: Manifest, has: (path: string) => boolean): Manifest {
  const { features, preset } = manifest
  const isOlder = preset === 'api' && !features.includes('database') && has(databaseFile)
  if (!isOlder) return manifest
  return { ...manifest, features: [...features, 'database'].toSorted() }
}

/** The same of an app that is known by its files. */
export const installedFeatures = (files: Pick<Files, 'read'>): string[] =>
  withUnnamed(parseManifest(files.read(manifestFile) ?? ''), (path) => {
    return files.read(path) !== undefined
  }).features

/** Whether features are those of an app on a database. */
export const hasDatabase = (features: string[]): boolean => features.includes('database')
