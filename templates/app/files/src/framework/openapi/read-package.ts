import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { appFolder } from '../config/app-folder.ts'

const Package = z.object({ name: z.string(), version: z.string().default('0.0.0') })

/** What the app calls itself; a bundle of somebody's own may lie alone, without its package. */
export function readPackage(): { title: string; version: string } {
  try {
    const { name, version } = Package.parse(
      JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')),
    )
    return { title: name, version }
  } catch {
    return { title: 'app', version: '0.0.0' }
  }
}
