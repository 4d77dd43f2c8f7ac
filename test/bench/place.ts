import { join } from 'node:path'

import { createSandbox } from '../made-app/sandbox.ts'
import { timedNode } from './timed-program.ts'

/** Where a benchmark works: a folder of its own, servers of its own. */
export type Place = { cwd: string; environment: Record<string, string> }

export const root = join(import.meta.dirname, '../..')
export const elifHere = join(root, 'bin/run.js')

export function createPlace(): Place {
  const { folder, environment } = createSandbox()
  return { cwd: join(folder, 'apps'), environment }
}

/** An app without its dependencies; answers its folder. */
export function newApp({ cwd, environment }: Place, name: string): string {
  const words = [elifHere, 'new', name, '--no-install', '--no-git', '--yes']
  timedNode(words, { cwd, environment })
  return join(cwd, name)
}
