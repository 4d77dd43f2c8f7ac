import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { onTestFinished } from 'vitest'
import { z } from 'zod'

import { profiles } from '#app/framework/config/profile.ts'
import { readSettings } from '#app/framework/config/read-settings.ts'
import { secret } from '#app/framework/config/secret.ts'
import { findSources, type Variables } from '#app/framework/config/sources.ts'

/** What an app of kites may be told. */
export const KiteSettings = z.object({
  NODE_ENV: z.enum(profiles).default('development'),
  PORT: z.coerce.number().int().default(3000),
  KITE_COLOURS: z.string().default('red'),
  KITE_KEY: secret(z.string().min(12, 'is too short')).optional(),
})

/** They say different things of the same settings. */
export const kiteFiles = {
  '.env': 'PORT=4\nKITE_COLOURS=blue\n',
  '.env.staging': '# on this machine\nPORT=5\n',
  'config/staging.json': '{ "port": 6, "kite": { "colours": ["green", "white"] } }',
}

/** A folder with these files, gone after the test. */
export function folderWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** What those settings are by these variables, in a folder with these files. */
export const readKiteSettings = (environment: Variables, files: Record<string, string> = {}) =>
  readSettings(KiteSettings, findSources(environment, folderWith(files)))
