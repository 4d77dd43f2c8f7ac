import { expect, test } from 'vitest'
import { z } from 'zod'

import { naughtyStrings } from '../../../test/naughty-strings.ts'
import { cleanHtml } from './clean-html.ts'
import { cleanLine, cleanText } from './clean-text.ts'
import { fileName } from './file-name.ts'

test.each([
  ['  Kite  ', 'Kite'],
  ['two\r\nlines\tand more', 'two lines and more'],
  ['a\u{202e}txt.exe', 'atxt.exe'],
  ['zero\u{200b}width\u{feff}', 'zerowidth'],
  ['\u{1b}[31mred', '[31mred'],
  ['e\u{301}', 'é'],
  ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
  ['<b>&</b>', '<b>&</b>'],
])('a line is kept without what is not seen: %j', (sent, kept) => {
  expect(cleanLine().parse(sent)).toBe(kept)
})

test('a text keeps its lines', () => {
  expect(cleanText().parse(' one\r\ntwo\rthree\u{2028}four\u{7}\n\tfive ')).toBe(
    'one\ntwo\nthree\nfour\n\tfive',
  )
})

test.each([
  ['<p>a <strong>b</strong></p>', '<p>a <strong>b</strong></p>'],
  ['<script>alert(1)</script>a', 'a'],
  ['<style>p{}</style>a', 'a'],
  ['<img src=x onerror=alert(1)>', ''],
  ['<svg/onload=alert(1)>', ''],
  ['<p onclick="alert(1)" style="color:red">a</p>', '<p>a</p>'],
  ['<a href="javascript:alert(1)">a</a>', '<a rel="nofollow noopener noreferrer">a</a>'],
  ['<a href="java\tscript:alert(1)">a</a>', '<a rel="nofollow noopener noreferrer">a</a>'],
  ['<a href="//evil.example">a</a>', '<a rel="nofollow noopener noreferrer">a</a>'],
  [
    '<a href="https://a.example">a</a>',
    '<a href="https://a.example" rel="nofollow noopener noreferrer">a</a>',
  ],
  ['<a href=data:text/html,a>a</a>', '<a rel="nofollow noopener noreferrer">a</a>'],
  ['<math><mtext><style><img title="</style><img src=x onerror=a()>">', '"&gt;'],
  ['<p>a', '<p>a</p>'],
  ['1 < 2 & 3', '1 &lt; 2 &amp; 3'],
  ['<!-- a --><![CDATA[b]]>', ''],
])('HTML is kept as far as it is allowed: %s', (sent, kept) => {
  expect(cleanHtml().parse(sent)).toBe(kept)
})

test('a field may allow other tags', () => {
  const plain = cleanHtml({ tags: ['em'], attributes: {} })
  expect(plain.parse('<p><em title="b">a</em></p><a href="https://a.example">b</a>')).toBe(
    '<em>a</em>b',
  )
})

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['..\\boot.ini', '-boot.ini'],
  ['.env', 'env'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['a\r\nb.png', 'a b.png'],
  ['photo.png. . ', 'photo.png'],
  ['$(id).png', '-(id).png'],
  ['Übersicht 2026.pdf', 'Übersicht 2026.pdf'],
])('a file that is called %j is kept as %j', (sent, kept) => {
  expect(fileName().parse(sent)).toBe(kept)
})

test('a long name of a file is cut in front of its kind, by whole letters', () => {
  const kept = fileName().parse(`${'💥'.repeat(100)}.png`)
  expect([Buffer.byteLength(kept), kept.isWellFormed(), kept.endsWith('💥.png')]).toEqual([
    200,
    true,
    true,
  ])
})

test('nothing is no name of a file', () => {
  for (const sent of ['', '...', '\u{200b}']) expect(fileName().safeParse(sent).success).toBe(false)
})

test.each([
  ['cleanLine', cleanLine()],
  ['cleanText', cleanText()],
  ['cleanHtml', cleanHtml()],
  ['fileName', fileName()],
])('what %s has made harmless stays as it is, and is described as text', (_, schema) => {
  const kept = naughtyStrings.flatMap((text) => schema.safeParse(text).data ?? [])
  expect(kept.length).toBeGreaterThan(150)
  expect(kept.map((text) => schema.parse(text))).toEqual(kept)
  expect(z.toJSONSchema(schema)).toMatchObject({ type: 'string' })
})
