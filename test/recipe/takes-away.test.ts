import { expect, test } from 'vitest'

import { takesAway } from '../../src/recipe/takes-away.ts'

const edit = (before: string, after: string) =>
  takesAway({ kind: 'edit', path: 'src/app.ts', before, after })

test('new files and inserted lines take nothing away', () => {
  expect(takesAway({ kind: 'create', path: 'a.ts', after: 'text' })).toBe(false)
  expect(edit('start(a)\n', 'import { b } from "b"\nstart(a)\n')).toBe(false)
})

test('a list that a formatter lays out anew takes nothing away', () => {
  expect(edit('return { a, b }', 'return {\n  a,\n  b,\n  c,\n}')).toBe(false)
})

test('other quotes and ends of lines take nothing away from code', () => {
  expect(edit('const a = "x";\nstart(a,);\n', "const a = 'x'\nstart(a)\nend()\n")).toBe(false)
  const prose = { kind: 'edit', path: 'README.md', before: 'First, second; last.\n' } as const
  expect(takesAway({ ...prose, after: 'First second last.\n' })).toBe(true)
})

test('a word less, or another order, takes something away', () => {
  expect(edit('start(a, b)', 'start(a)')).toBe(true)
  expect(edit('start(a, b)', 'start(b, a)')).toBe(true)
  expect(edit('const limit = 10', 'const limit = 20')).toBe(true)
})

test('deleted and moved files take something away', () => {
  expect(takesAway({ kind: 'delete', path: 'a.ts', before: '' })).toBe(true)
  expect(takesAway({ kind: 'move', from: 'a.ts', to: 'b.ts', before: '', after: '' })).toBe(true)
})
