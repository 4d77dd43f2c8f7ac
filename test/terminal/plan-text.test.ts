import { beforeEach, expect, test, vi } from 'vitest'

import { leftText, noticeText, planText, stepText } from '../../src/terminal/plan-text.ts'

const step = { command: 'git', arguments: ['commit', '--message', 'First commit'], why: 'begins' }

beforeEach(() => {
  vi.stubEnv('NO_COLOR', '1')
  vi.stubEnv('FORCE_COLOR', undefined)
})

test('a plan is one line a file and the diffs that were asked for', () => {
  const text = planText([
    { kind: 'create', path: 'src/b.ts' },
    { kind: 'move', from: 'src/a.ts', path: 'src/c.ts' },
    { kind: 'edit', path: 'src/app.ts', diff: '--- a/src/app.ts\n+++ b/src/app.ts\n@@ -1 +1 @@\n' },
  ])
  expect(text).toBe(
    [
      '  create  src/b.ts',
      '  move    src/a.ts → src/c.ts',
      '  edit    src/app.ts',
      '',
      '--- a/src/app.ts',
      '+++ b/src/app.ts',
      '@@ -1 +1 @@',
    ].join('\n'),
  )
})

test('a notice has its reason and the lines to paste', () => {
  const notice = { path: 'src/app.ts', because: 'the region is gone.', paste: 'start(b)\n' }
  expect(noticeText(notice)).toBe('src/app.ts: the region is gone.\n────────\nstart(b)\n────────')
})

test('a step is shown as it is typed, and so is what is left to do', () => {
  expect(stepText(step)).toBe("  run     git commit --message 'First commit'  (begins)")
  const steps = [
    { ...step, arguments: ['init'], result: 'done' },
    { ...step, result: 'failed' },
  ]
  expect(leftText(steps)).toBe("Left to do:\n  git commit --message 'First commit'")
})
