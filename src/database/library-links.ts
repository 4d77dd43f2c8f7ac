import { basename, dirname, join } from 'node:path'

import { z } from 'zod'

import { namesIn } from '../files/file-system.ts'
import { linkIfMissing } from '../files/link.ts'
import { readText } from '../files/read-text.ts'

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Makes the links between libraries that npm packages cannot hold. The package makes them in an
 * install script, which package managers may block; without them the server does not start.
 */
export function completeLinks(folder: string): void {
  const listed = Links.safeParse(JSON.parse(readText(join(folder, 'pg-symlinks.json')) ?? '[]'))
  for (const { source, target } of listed.data ?? []) {
    const link = join(folder, relativeToNative(target))
    linkIfMissing(basename(source), join(dirname(link), basename(target)))
  }
  for (const name of namesIn(join(folder, 'lib'))) {
    const major = majorName(name)
    if (major) linkIfMissing(name, join(folder, 'lib', major))
  }
}

const relativeToNative = (path: string) => path.replace(/^native\//, '')

/** The list of the package for macOS misses some: `libicudata.77.1.dylib` is asked for by its major. */
const majorName = (name: string) =>
  /^(lib.+\.\d+)\.\d+(?:\.\d+)?(\.dylib)$/.exec(name)?.slice(1).join('')
