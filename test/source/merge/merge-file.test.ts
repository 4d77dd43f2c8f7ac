import { expect, test } from 'vitest'

import { mergeFile } from '../../../src/source/merge/merge-file.ts'

const base = 'one\ntwo\nthree\nfour\n'

test('brings their change into lines that mine has left alone', () => {
  const mine = 'ONE\ntwo\nthree\nfour\n'
  const theirs = 'one\ntwo\nthree\nFOUR\nfive\n'
  const text = 'ONE\ntwo\nthree\nFOUR\nfive\n'
  expect(mergeFile({ path: 'a.txt', base, mine, theirs })).toEqual({ kind: 'clean', text })
})

test('keeps the line ends, the byte order mark and the missing last newline of mine', () => {
  const mine = '\ufeffONE\r\ntwo\r\nthree\r\nfour'
  const theirs = 'one\ntwo\nthree\nfour\nfive\n'
  const text = '\ufeffONE\r\ntwo\r\nthree\r\nfour\r\nfive'
  expect(mergeFile({ path: 'a.txt', base, mine, theirs })).toEqual({ kind: 'clean', text })
})

test('keeps every line end of a text that mixes them', () => {
  const mine = 'ONE\r\ntwo\nthree\r\nfour\n'
  const theirs = 'one\ntwo\nthree\nFOUR\n'
  const text = 'ONE\r\ntwo\nthree\r\nFOUR\r\n'
  expect(mergeFile({ path: 'a.txt', base, mine, theirs })).toEqual({ kind: 'clean', text })
})

test('keeps them too where its owner has changed nothing', () => {
  const mine = 'one\r\ntwo\nthree\r\nfour\n'
  const theirs = 'one\ntwo\nthree\nFOUR\n'
  const text = 'one\r\ntwo\nthree\r\nFOUR\r\n'
  expect(mergeFile({ path: 'a.txt', base, mine, theirs })).toEqual({ kind: 'clean', text })
})

test('writes a conflict as git does and gives it as data', () => {
  const mine = 'one\nmine\nthree\nfour\n'
  const theirs = 'one\ntheirs\nthree\nfour\n'
  const labels = { mine: 'yours', theirs: 'elif 1.4.0' }
  expect(mergeFile({ path: 'a.txt', base, mine, theirs, labels })).toEqual({
    kind: 'conflict',
    text: 'one\n<<<<<<< yours\nmine\n=======\ntheirs\n>>>>>>> elif 1.4.0\nthree\nfour\n',
    hunks: [{ line: 2, base: 'two\n', mine: 'mine\n', theirs: 'theirs\n' }],
  })
})

test('takes a line break at the very beginning for a line', () => {
  const text = '<<<<<<< yours\n\nmine\n=======\ntheirs\n>>>>>>> elif\n'
  const merged = mergeFile({ path: 'a.txt', base: '', mine: '\nmine\n', theirs: 'theirs\n' })
  expect(merged.text).toBe(text)
})
