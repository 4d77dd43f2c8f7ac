import { join } from 'node:path'

import { expect, test } from 'vitest'

import { commandId, commandRow } from '../../src/cli/command-table.ts'
import { helpText } from '../../src/cli/help.ts'
import { filesOf, root } from '../architecture/repository.ts'
import { complaint, isInstalled, shells, unquotedPattern } from './shells.ts'

const table = Object.fromEntries(
  filesOf('commands/**/*.ts').map((path) => [
    commandId(path.replace('commands/', '')),
    commandRow(() => import(join(root, path))),
  ]),
)

async function examplesOf(id: string): Promise<string[]> {
  const [, section = ''] = /^Examples\n((?: {2}.*\n?)+)/m.exec(await helpText({ id }, table)) ?? []
  const lines = section.split('\n').map((line) => line.trim())
  return lines.filter((line) => /^(\.\/elif|elifts|npx|node) /.test(line))
}

test('the help of every command has examples that all shells take', async () => {
  const installed = shells.filter(isInstalled)
  const silent: string[] = []
  const against: string[] = []
  for (const command of Object.keys(table)) {
    const examples = await examplesOf(command)
    if (examples.length === 0) silent.push(command)
    for (const line of examples) {
      against.push(...installed.flatMap((shell) => complaint(shell, line) ?? []))
      against.push(...[unquotedPattern(line) ?? []].flat())
    }
  }
  expect({ silent, against }).toEqual({ silent: [], against: [] })
})
