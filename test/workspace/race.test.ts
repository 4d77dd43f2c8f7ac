import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { fileSystem } from '../../src/files/file-system.ts'
import { applyChangeSet } from '../../src/workspace/apply-change-set.ts'
import { often } from '../tiers/full.ts'
import { changeSetOf, scratchApp } from './scratch-app.ts'

const edit = (path: string) => ({ kind: 'edit', path, before: 'old\n', after: 'new\n' }) as const
const numberOf = (text: string) => Number(/^saved (\d+)$/m.exec(text)?.[1])
const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/**
 * An apply appends a line to the text it has planned from. Whatever an editor saves between plan and
 * apply, the file afterwards holds the newest save, or the apply was made from the newest save.
 */
test.each(['rename', 'in-place'])(
  'an editor that saves by %s while elif writes loses no save',
  async (how) => {
    using app = scratchApp({ 'a.ts': 'saved 0\n', log: '0\n' })
    const words = [
      join(import.meta.dirname, 'racing-editor.ts'),
      app.path('a.ts'),
      app.path('log'),
      how,
    ]
    const editor = spawn(process.execPath, words)
    await once(editor.stdout, 'data')
    const ends = { applied: 0, refused: 0, backward: [] as string[] }
    const until = performance.now() + 2000 * often

    while (performance.now() < until) {
      const before = textOf(app.path('a.ts'))
      if (before === undefined || !before.endsWith('\n')) continue
      const noted = Number(readFileSync(app.path('log'), 'utf8').trim().split('\n').at(-1))
      const after = `${before.split('\n')[0]}\nedited\n`
      if (before === after) {
        await new Promise((resolve) => setImmediate(resolve))
        continue
      }
      const change = { kind: 'edit', path: 'a.ts', before, after } as const
      const answer = await applyChangeSet(app.root, changeSetOf(change)).then(
        () => 'applied' as const,
        (fault) => {
          if (fault.code !== 'change-conflicts') throw fault
          return 'refused' as const
        },
      )
      ends[answer]++
      const now = textOf(app.path('a.ts'))
      if (now && numberOf(now) < noted) ends.backward.push(`${noted} became ${now}`)
    }
    editor.kill('SIGKILL')
    await once(editor, 'close')

    const last = Number(readFileSync(app.path('log'), 'utf8').trim().split('\n').at(-1))
    expect(ends.backward).toEqual([])
    expect(numberOf(readFileSync(app.path('a.ts'), 'utf8'))).toBeGreaterThanOrEqual(last)
    expect(ends.applied).toBeGreaterThan(0)
    expect(ends.refused).toBeGreaterThan(0)
    expect(readdirSync(app.root).filter((name) => name.startsWith('.elif-'))).toEqual([])
  },
  120_000,
)

test('a save in the middle of an apply that has to go back stays what it is', async () => {
  using app = scratchApp({ 'a.ts': 'old\n', 'b.ts': 'changed\n' })
  let failed = 0
  const disk: typeof fileSystem = {
    ...fileSystem,
    link(from, to) {
      fileSystem.link(from, to)
      if (to.endsWith('/a.ts')) writeFileSync(to, 'saved\n')
      if (to.endsWith('/b.ts') && !failed++) throw Object.assign(new Error('EIO'), { code: 'EIO' })
    },
  }
  writeFileSync(app.path('b.ts'), 'old\n')
  const applied = applyChangeSet(app.root, changeSetOf(edit('a.ts'), edit('b.ts')), { disk })
  await expect(applied).rejects.toMatchObject({ code: 'change-failed' })
  expect(readFileSync(app.path('a.ts'), 'utf8')).toBe('saved\n')
  expect(readFileSync(app.path('b.ts'), 'utf8')).toBe('old\n')
})
