import { existsSync, globSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

import { StartError } from '../lifecycle/start-error.ts'
import { bundleProgram } from './bundle-program.ts'
import { launcherText } from './launcher-text.ts'
import { takeAssets } from './take-assets.ts'
import { takePackage } from './take-package.ts'
import { takeSettings } from './take-settings.ts'
import { type Environment, warmUp } from './warm-up.ts'

export type BuildOptions = {
  /** Packages that stay out of the bundle. */
  external: string[]
  /** Globs of files that the app reads. */
  assets: string[]
  environment: Environment
  directory?: string
}

const builder = 'build'

/**
 * Makes a folder that runs alone: a bundle of each program in `bin`, what the app reads, and code that
 * is compiled already. It is put in the place of the last one when all of it is there.
 */
export async function buildApp({
  external,
  assets,
  environment,
  directory = 'dist',
}: BuildOptions) {
  const draft = `${directory}.part`
  const programs = globSync('bin/*.ts')
    .map((path) => basename(path, '.ts'))
    .filter((name) => name !== builder)
    .toSorted()
  if (programs.length === 0) throw new StartError('There is no program in bin/ to build.')
  rmSync(draft, { recursive: true, force: true })
  try {
    for (const name of programs) {
      await bundleProgram(name, { directory: draft, external })
      writeFileSync(join(draft, `${name}.js`), launcherText(name))
    }
    takePackage(draft)
    takeAssets(assets, draft)
    takeSettings(draft)
    const warmed = await warmUp(join(draft, 'serve.js'), environment)
    putInPlace(draft, directory)
    return { programs, warmed }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

/** A program that starts meanwhile finds the one build or the other. */
function putInPlace(draft: string, directory: string) {
  const last = `${directory}.last`
  rmSync(last, { recursive: true, force: true })
  if (existsSync(directory)) renameSync(directory, last)
  renameSync(draft, directory)
  rmSync(last, { recursive: true, force: true })
}
