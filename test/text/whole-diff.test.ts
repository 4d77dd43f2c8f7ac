import { assert, constantFrom, array, option, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { readWholeDiff, type TwoTexts, wholeDiff } from '../../src/text/whole-diff.ts'

test('shows every line, so that each side can be had from it', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\nsix\n'
  const diff = wholeDiff([
    { from: 'a.txt', path: 'a.txt', before, after: before.replace('six', 'seven') },
    { from: 'b.txt', path: 'b.txt', before: 'gone', after: undefined },
  ])
  expect(diff).toBe(`--- a/a.txt
+++ b/a.txt
@@ -1,6 +1,6 @@
 one
 two
 three
 four
 five
-six
+seven
--- a/b.txt
+++ /dev/null
@@ -1,1 +0,0 @@
-gone
\\ No newline at end of file
`)
})

const line = constantFrom(
  'a',
  'b',
  '',
  '--- a/x',
  '+++ b/x',
  '@@ -1,1 +1,1 @@',
  '\\ No',
  ' é\ufeff',
)
const text = array(line, { maxLength: 8 }).map((lines) => lines.join('\n'))
const path = constantFrom(
  'a.ts',
  'with space.ts',
  'tab\there.ts',
  'quote".ts',
  'naïve/é.ts',
  'b/a/c',
)

/** A deleted file has no other name than the one that it had. */
const named = (each: TwoTexts): TwoTexts =>
  each.after === undefined ? { ...each, path: each.from } : each

test('gives both sides again, whatever they hold', () => {
  const file = record({ from: path, path, before: text, after: option(text, { nil: undefined }) })
  assert(
    property(array(file, { maxLength: 4 }), (files) => {
      const different = files.filter(({ before, after }) => before !== after)
      const known = different.map(named)
      expect(readWholeDiff(wholeDiff(known))).toEqual(known)
    }),
  )
})
