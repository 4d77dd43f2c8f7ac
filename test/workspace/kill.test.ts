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

/** What is true after the next run: what it says, and the files. */
const outcomes = [
  { kind: 'rolled-back', tree: before },
  { kind: 'finished', tree: after },
  { kind: 'nothing', tree: before },
  { kind: 'nothing', tree: after },
]

test('kill -9 at any step of an apply is put right by the next run', async () => {
  const seen: string[] = []
  for (let stopAt = 1; ; stopAt++) {
    using app = scratchApp({ 'a.ts': 'a\n', 'c.ts': 'c\n' })
    const script = join(import.meta.dirname, 'killed-apply.ts')
    const run = spawnSync(process.execPath, [
      script,
      app.root,
      `${stopAt}`,
      JSON.stringify(changes),
    ])
    expect(run.stderr.toString()).toBe('')
    const { kind } = await recover(app.root)
    expect(outcomes).toContainEqual({ kind, tree: treeOf(app.root) })
    expect(await recover(app.root)).toEqual({ kind: 'nothing' })
    seen.push(kind)
    if (run.signal !== 'SIGKILL') break
  }
  expect(seen).toEqual(expect.arrayContaining(['rolled-back', 'finished']))
})
