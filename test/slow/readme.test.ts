import { spawnSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { textOf } from '../architecture/repository.ts'
import { commandsIn } from '../documentation/commands-in.ts'
import { printedCommands } from '../documentation/printed-commands.ts'
import { complaint, isInstalled, shells } from '../documentation/shells.ts'
import { makeApp } from '../made-app/made-app.ts'

/** What a user of the demo has done before: the first resource is there. */
const before = `./elif make:resource Product name:string 'price:decimal(10,2)'`

/** Commands of which the README only has the names; what they print is for pasting too. */
const others = [
  './elif make:module catalog',
  './elif make:controller Status',
  './elif migrate:status',
  './elif doctor',
  './elif migrate:rollback --yes',
  './elif migrate',
  './elif db:server:status',
  './elif make:migration add-colours',
]

test('the five minutes of the README work line by line, and what they print can be pasted', async () => {
  const app = await makeApp()
  const [, section = ''] = /## Five minutes\n([\s\S]*?)\n## /.exec(textOf('README.md')) ?? []
  const lines = commandsIn(section).filter((line) => line.startsWith('./elif'))
  const ending = lines.filter((line) => line !== './elif dev')
  expect(ending.length).toBeGreaterThan(1)

  const said: string[] = []
  for (const line of [before, ...ending, ...others]) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: app.root,
      env: { ...process.env, ...app.environment },
      encoding: 'utf8',
    })
    expect({ line, status, said: stdout + stderr }).toMatchObject({ status: 0 })
    said.push(stdout + stderr)
  }
  await app.npm('typecheck')

  const printed = said.flatMap(printedCommands)
  const installed = shells.filter(isInstalled)
  expect(printed).toContain('./elif migrate')
  expect(
    printed.flatMap((line) => installed.flatMap((shell) => complaint(shell, line) ?? [])),
  ).toEqual([])
})
