import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { expect, test } from 'vitest'

import { filesOf, root } from '../architecture/repository.ts'
import { complaint, isInstalled, shells, unquotedPattern } from './shells.ts'

const commands = filesOf('commands/**/*.ts').map((path) =>
  path.replace('commands/', '').replace('.ts', '').replaceAll('/', ':'),
)

async function examplesOf(command: string): Promise<string[]> {
  const words = [join(root, 'bin/dev.ts'), command, '--help']
  const env = { ...process.env, NO_COLOR: '1' }
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: root, env })
  const [, section = ''] = /^Examples\n((?: {2}.*\n)+)/m.exec(stdout) ?? []
  return section
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.trim())
}

test('the help of every command has examples that all shells take', async () => {
  const installed = shells.filter(isInstalled)
  const silent: string[] = []
  const against: string[] = []
  for (const command of commands) {
    const examples = await examplesOf(command)
    if (examples.length === 0) silent.push(command)
    for (const line of examples) {
      against.push(...installed.flatMap((shell) => complaint(shell, line) ?? []))
      against.push(...[unquotedPattern(line) ?? []].flat())
    }
  }
  expect({ silent, against }).toEqual({ silent: [], against: [] })
})
