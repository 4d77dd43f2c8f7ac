import { join } from 'node:path'

import { planNewApp } from '../../src/actions/new-app.ts'
import type { Preset } from '../../src/project/presets.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { at, landed } from './app-in-memory.ts'

const options = { install: false, git: false, version: '0.1.0', preset: 'api', at } as const

/** The files that `elif new` makes. */
export async function newApp(
  packageName: string,
  more: { elif?: string; preset?: Preset } = {},
): Promise<Record<string, string>> {
  const root = join(scratchFolder('elif-new-'), 'app')
  return landed(await planNewApp({ root, packageName, typed: packageName, ...options, ...more }))
}
