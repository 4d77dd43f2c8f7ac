import { beforeAll, expect, test } from 'vitest'

import { mergeJson } from '../../src/source/json/merge-json.ts'
import { openReaders } from '../../src/source/readers.ts'

beforeAll(openReaders)

const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const base = { name: 'shop', scripts: { start: 'node a', test: 'vitest' }, files: ['a'] }

/** Merges what theirs changes into mine; a text of mine stays as it is written. */
function merged(mine: unknown, theirs: unknown) {
  const own = typeof mine === 'string' ? mine : text(mine)
  const sides = { path: 'file.json', base: text(base), mine: own, theirs: text(theirs) }
  return mergeJson(sides)
}

test('values come, change and go by their keys, and the bytes around them stay', () => {
  const mine =
    '{ "name": "mine",\n\n  "scripts": {"start": "node a", "own": "x",   "test": "vitest"},\n  "files": ["a"] }'
  const theirs = { name: 'shop', scripts: { start: 'node b', lint: 'oxlint' }, files: ['a'] }
  expect(merged(mine, theirs)).toEqual({
    text: '{ "name": "mine",\n\n  "scripts": {"start": "node b", "own": "x", "lint": "oxlint"},\n  "files": ["a"] }',
    clashes: [],
  })
})

test('what its owner has taken out stays out', () => {
  const mine = { name: 'shop', scripts: { test: 'vitest' }, files: ['a'] }
  const theirs = { ...base, scripts: { ...base.scripts, start: 'node b' } }
  expect(merged(mine, theirs)).toEqual({ text: text(mine), clashes: [] })
})

test('a value that both have changed clashes, a list as a whole', () => {
  const mine = { ...base, name: 'mine', files: ['a', 'own'] }
  const theirs = { ...base, name: 'theirs', files: ['a', 'new'] }
  expect(merged(mine, theirs)).toEqual({
    text: text(mine),
    clashes: [
      { path: ['name'], line: 2, theirs: 'theirs' },
      { path: ['files'], line: 7, theirs: ['a', 'new'] },
    ],
  })
})

test('what both have changed alike is no clash', () => {
  const same = { ...base, name: 'same' }
  expect(merged(same, same)).toEqual({ text: text(same), clashes: [] })
})

test('a text that is no JSON is not merged', () => {
  expect(merged('{ "name": ', base)).toBeUndefined()
})
