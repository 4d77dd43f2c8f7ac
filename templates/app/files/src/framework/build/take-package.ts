import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

/** Without it, Node would not know that the files are modules, nor the app its name and version. */
const Package = z.object({
  name: z.string(),
  version: z.string().optional(),
  engines: z.object({ node: z.string() }).optional(),
})

/** Writes what a build needs of the app's package. */
export function takePackage(directory: string) {
  const own = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const text = JSON.stringify({ ...own, private: true, type: 'module' }, undefined, 2)
  writeFileSync(join(directory, 'package.json'), `${text}\n`)
}
