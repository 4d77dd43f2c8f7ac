import { spawnSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { textOf } from '../architecture/repository.ts'
import { commandsIn } from '../documentation/commands-in.ts'
import { makeApp } from '../made-app/made-app.ts'

/** What a user of the demo has done before: the first resource is there. */
const before = `./elif make:resource Product name:string 'price:decimal(10,2)'`

test('the five minutes of the README work when a shell gets them line by line', async () => {
  const app = await makeApp()
  const [, section = ''] = /## Five minutes\n([\s\S]*?)\n## /.exec(textOf('README.md')) ?? []
  const lines = commandsIn(section).filter((line) => line.startsWith('./elif'))
  const ending = lines.filter((line) => line !== './elif dev')
  expect(ending.length).toBeGreaterThan(1)

  for (const line of [before, ...ending]) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: app.root,
      env: { ...process.env, ...app.environment },
      encoding: 'utf8',
    })
    expect({ line, status, said: stdout + stderr }).toMatchObject({ status: 0 })
  }
  await app.npm('typecheck')
})
