import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of elif's own package, from its sources as from the built bundle. */
export function packageRoot(): string {
  let folder = import.meta.dirname
  while (!isElif(folder)) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`${import.meta.dirname} lies in no package called elif`)
    folder = parent
  }
  return folder
}

function isElif(folder: string): boolean {
  const path = join(folder, 'package.json')
  return existsSync(path) && /"name":\s*"elif"/.test(readFileSync(path, 'utf8'))
}
