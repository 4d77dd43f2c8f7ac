import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

import { timedNode, timedProgram } from '../timed-program.ts'

const servers = join(import.meta.dirname, 'servers')

/** The folder of the other servers, with what they need installed from npm into the user's cache once. */
export function installPeers(): string {
  const packages = readFileSync(join(servers, 'package.json'))
  const version = createHash('sha256').update(packages).digest('hex').slice(0, 8)
  const folder = join(homedir(), '.cache', 'elif-bench', `kernel-${version}`)
  if (!existsSync(join(folder, 'installed'))) install(folder)
  cpSync(servers, folder, { recursive: true })
  timedNode(['build-nest.js'], { cwd: folder })
  return folder
}

function install(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  cpSync(join(servers, 'package.json'), join(folder, 'package.json'))
  timedProgram('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder })
  mkdirSync(join(folder, 'installed'))
}
