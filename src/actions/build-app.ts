import { join } from 'node:path'

import { z } from 'zod'

import { elifError } from '../errors/elif-error.ts'
import { namesIn, sizeOf, statusOf } from '../files/file-system.ts'
import { run } from '../process/run.ts'
import { buildFolder } from '../project/layout.ts'
import type { App } from '../project/find-app.ts'

export type BuiltApp = {
  directory: string
  milliseconds: number
  bytes: number
  /** What lies in the folder itself; a folder in it counts with all it holds. */
  entries: { path: string; bytes: number }[]
}

const Scripts = z.object({ scripts: z.object({ build: z.string() }) })

/** Lets the app build itself by its own script, and looks at what came of it. */
export async function buildApp(app: App, onLine: (line: string) => void): Promise<BuiltApp> {
  const { root, files } = app
  if (!hasScript(files.read('package.json'))) throw elifError('build-script-missing', {})
  if (!statusOf(join(root, 'node_modules'))) {
    throw elifError('app-dependencies-missing', { missing: [] })
  }
  const began = performance.now()
  const program = { command: 'npm', arguments: ['run', '--silent', 'build'] }
  const { exitCode, output } = await run(program, { cwd: root, onLine })
  if (exitCode !== 0) throw elifError('build-failed', { exitCode, said: output.trim() })
  const milliseconds = Math.round(performance.now() - began)
  const entries = namesIn(join(root, buildFolder))
    .toSorted()
    .map((name) => ({
      path: `${buildFolder}/${name}`,
      bytes: sizeOf(join(root, buildFolder, name)),
    }))
  if (entries.length === 0) throw elifError('build-missing', { path: buildFolder })
  const bytes = entries.reduce((sum, each) => sum + each.bytes, 0)
  return { directory: buildFolder, milliseconds, bytes, entries }
}

function hasScript(text: string | undefined): boolean {
  try {
    return Scripts.safeParse(JSON.parse(text?.replace(/^\uFEFF/, '') ?? '')).success
  } catch {
    return false
  }
}
