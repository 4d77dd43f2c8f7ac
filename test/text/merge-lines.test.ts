import { expect, test } from 'vitest'

import { mergeLines } from '../../src/text/merge-lines.ts'

const base = 'a\nb\nc\nd\ne\n'

test('says where in mine a change of theirs belongs', () => {
  const changes = mergeLines({ base, mine: '0\na\nb\nc\nd\ne\n', theirs: 'a\nb\nc\nd\nE\n' })
  expect(changes).toEqual([{ from: 10, to: 12, base: 'e\n', theirs: 'E\n', clash: false }])
})

test('takes out what theirs takes out, behind what mine has taken out', () => {
  const changes = mergeLines({ base, mine: 'b\nc\nd\ne\n', theirs: 'a\nb\nc\ne\n' })
  expect(changes).toEqual([{ from: 4, to: 6, base: 'd\n', theirs: '', clash: false }])
})

test('has nothing to do where both sides say the same', () => {
  expect(mergeLines({ base, mine: 'a\nB\nc\nd\ne\n', theirs: 'a\nB\nc\nd\ne\n' })).toEqual([])
})

test('leaves the choice where both sides change the same lines, without those they agree on', () => {
  const changes = mergeLines({
    base,
    mine: 'a\nB\nsame\nmine\nd\ne\n',
    theirs: 'a\nB\nsame\ntheirs\nd\ne\n',
  })
  expect(changes).toEqual([{ from: 9, to: 14, base: 'b\nc\n', theirs: 'theirs\n', clash: true }])
})

test('takes names that every object has for lines like others', () => {
  const changes = mergeLines({
    base: 'constructor\nb\n',
    mine: 'constructor\nb\n',
    theirs: 'constructor\n',
  })
  expect(changes).toEqual([{ from: 12, to: 14, base: 'b\n', theirs: '', clash: false }])
})
