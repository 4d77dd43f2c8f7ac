import { cpSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'

const code = /\.(?:ts|mts|cts)$/

/** Copies what the globs find, without code and without what is hidden. */
export function takeAssets(globs: string[], directory: string) {
  const files = globSync(globs).filter((path) => !code.test(path) && !isHidden(path))
  for (const path of files) {
    if (statSync(path).isFile()) cpSync(path, join(directory, path))
  }
}

const isHidden = (path: string) => path.split(/[/\\]/).some((name) => name.startsWith('.'))
