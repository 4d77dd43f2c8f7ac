import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { root as checkout } from '../architecture/repository.ts'
import { scratchFolder } from '../files/scratch-folder.ts'
import { mustRun, runProgram } from '../made-app/run-program.ts'

/** A new app without packages, and the elif of these sources called in it. */
export async function plannedApp() {
  const parent = scratchFolder('elif-plan-')
  const words = ['new', 'shop', '--no-install', '--no-git']
  await mustRun(process.execPath, [join(checkout, 'bin/dev.ts'), ...words], { cwd: parent })
  return appIn(join(parent, 'shop'))
}

/** An app where it lies. */
export function appIn(root: string) {
  const elif = (...words: string[]) =>
    runProgram(process.execPath, [join(checkout, 'bin/dev.ts'), ...words], { cwd: root })
  return {
    root,
    elif,
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    write: (path: string, text: string) => writeFileSync(join(root, path), text),
    /** What a command answers with --json, and how it ended. */
    async json(...words: string[]) {
      const { exitCode, stdout } = await elif(...words, '--json')
      return { exitCode, ...JSON.parse(stdout) }
    },
  }
}
