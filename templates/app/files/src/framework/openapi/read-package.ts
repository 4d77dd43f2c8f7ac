import { readFileSync } from 'node:fs'

import { z } from 'zod'

const Package = z.object({ name: z.string(), version: z.string().default('0.0.0') })

/** What the app calls itself. A bundle may lie alone, without its package. */
export function readPackage(): { title: string; version: string } {
  try {
    const { name, version } = Package.parse(JSON.parse(readFileSync('package.json', 'utf8')))
    return { title: name, version }
  } catch {
    return { title: 'app', version: '0.0.0' }
  }
}
