import { dirname, join } from 'node:path'

import { packageRoot } from '../files/package-root.ts'

/**
 * The file that `node` runs as a keeper: the source itself in a checkout, in a package the entry
 * that the build makes of it.
 */
export const keeperEntry = () =>
  import.meta.filename.endsWith('.ts')
    ? join(dirname(import.meta.filename), 'keeper-main.ts')
    : join(packageRoot(), 'dist', 'keeper.js')
