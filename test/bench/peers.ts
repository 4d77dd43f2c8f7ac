import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { timedProgram } from './timed-program.ts'

const nestVersion = '11'

/** The program of Nest's CLI, installed from npm into the user's cache once. */
export function installNest(): string {
  const folder = join(homedir(), '.cache', 'elif-bench', `nest-${nestVersion}`)
  const program = join(folder, 'node_modules/@nestjs/cli/bin/nest.js')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  const words = [
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    `@nestjs/cli@${nestVersion}`,
  ]
  timedProgram('npm', words, { cwd: folder })
  return program
}
