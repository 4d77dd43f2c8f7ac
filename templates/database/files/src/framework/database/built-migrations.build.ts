import { resolve } from 'node:path'

import { migrationFiles } from './migration-files.ts'

/** Each with the checksum of its source, so that sources and build agree on what was applied. */
export function text() {
  const rows = migrationFiles('database/migrations').map(
    (file) =>
      `{ ...${JSON.stringify(file)}, load: () => import(${JSON.stringify(resolve(file.path))}) }`,
  )
  return `export const builtMigrations = [${rows.join(',\n')}]`
}
