import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { recover } from '../../src/workspace/recover.ts'
import { changeSetOf, scratchApp, treeOf } from './scratch-app.ts'

const changes = changeSetOf(
  { kind: 'edit', path: 'a.ts', before: 'a\n', after: 'a, edited\n' },
  { kind: 'create', path: 'src/b.ts', after: 'b\n' },
  { kind: 'delete', path: 'c.ts', before: 'c\n' },
)
const before = { 'a.ts': '644 a\n', 'c.ts': '644 c\n' }
const after = { 'a.ts': '644 a, edited\n', src: 'folder', 'src/b.ts': '644 b\n' }

const rolledBack = { kind: 'rolled-back', command: 'make:resource Product', kept: [] }
const finished = { kind: 'finished', command: 'make:resource Product' }

test.each([
  [2, { kind: 'rolled-back' }, before],
  [3, rolledBack, before],
  [4, rolledBack, before],
  [5, rolledBack, before],
  [6, finished, after],
  [7, finished, after],
  [8, { kind: 'nothing' }, after],
])('kill -9 at step %i of an apply is put right by the next run', async (stopAt, said, tree) => {
  using app = scratchApp({ 'a.ts': 'a\n', 'c.ts': 'c\n' })
  const script = join(import.meta.dirname, 'killed-apply.ts')
  const run = spawnSync(process.execPath, [script, app.root, `${stopAt}`, JSON.stringify(changes)])
  expect([run.signal, run.stderr.toString()]).toEqual(['SIGKILL', ''])

  expect(await recover(app.root)).toMatchObject(said)
  expect(treeOf(app.root)).toEqual(tree)
  expect(await recover(app.root)).toEqual({ kind: 'nothing' })
})
