import { expect, test } from 'vitest'

import { conflictSides } from '../../src/text/conflict-sides.ts'

test('tells the two texts that git could not merge', () => {
  const text = 'a\n<<<<<<< HEAD\nmine\n||||||| base\nold\n=======\ntheirs\n>>>>>>> topic\nz\n'
  expect(conflictSides(text)).toEqual({ ours: 'a\nmine\nz\n', theirs: 'a\ntheirs\nz\n' })
})

test('a text without whole blocks has no sides', () => {
  expect(conflictSides('a\n=======\nb\n')).toBeUndefined()
  expect(conflictSides('<<<<<<< HEAD\nmine\n=======\ntheirs\n')).toBeUndefined()
})
