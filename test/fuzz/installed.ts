import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'

import { userFolders } from '../../src/files/user-folders.ts'

/**
 * The folder with the packages of one of the lockfiles beside this file, installed into the user's
 * cache once: exact versions, compared with their checksums, and none of their scripts run.
 */
export function installed(name: 'corpus' | 'tools'): string {
  const wanted = join(import.meta.dirname, name)
  const lock = readFileSync(join(wanted, 'package-lock.json'))
  const version = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const shelf = join(userFolders().cache, 'fuzz')
  const folder = join(shelf, `${name}-${version}`)
  if (existsSync(folder)) return folder

  console.log(`Fetching the packages of test/fuzz/${name} from npm ...`)
  mkdirSync(shelf, { recursive: true })
  const draft = mkdtempSync(join(shelf, 'draft-'))
  try {
    cpSync(wanted, draft, { recursive: true })
    install(draft, name)
    keep(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

/** Not by `npm ci`: that asks the lockfile for builds of other systems, which it need not have. */
function install(folder: string, name: string): void {
  const words = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps']
  const { status, stderr } = spawnSync('npm', words, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  throw new Error(
    `The packages of test/fuzz/${name} could not be fetched from npm, so nothing was tried.\n${stderr}`,
  )
}

/** Another run may have been quicker. */
function keep(draft: string, folder: string): void {
  try {
    renameSync(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}
