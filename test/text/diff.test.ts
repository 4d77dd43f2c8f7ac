import { expect, test } from 'vitest'

import { unifiedDiff } from '../../src/text/diff.ts'

test('a difference reads as git shows it', async () => {
  expect(await unifiedDiff('src/a.ts', 'a\nb\n', 'a\nc\n')).toBe(
    '--- a/src/a.ts\n+++ b/src/a.ts\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n',
  )
})

test('a new and a deleted file have one side only', async () => {
  expect(await unifiedDiff('a.ts', undefined, 'a\n')).toBe(
    '--- /dev/null\n+++ b/a.ts\n@@ -0,0 +1,1 @@\n+a\n',
  )
  expect(await unifiedDiff('a.ts', 'a\n', undefined)).toBe(
    '--- a/a.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n',
  )
})

test('the same text has no difference', async () => {
  expect(await unifiedDiff('a.ts', 'a\n', 'a\n')).toBe('')
})
