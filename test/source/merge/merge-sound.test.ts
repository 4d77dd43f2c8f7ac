import { describe, expect, test } from 'vitest'

import { mergeFile } from '../../../src/source/merge/merge-file.ts'

const path = 'src/kites/kites.ts'
const kindOf = (base: string, mine: string, theirs: string, file = path) =>
  mergeFile({ path: file, base, mine, theirs }).kind

/** A conflict as git writes it. */
const block = (mine: string, theirs: string) =>
  `<<<<<<< yours\n${mine}=======\n${theirs}>>>>>>> elif\n`

describe('a merge that would spoil the file is a conflict', () => {
  const base = "import { a } from './a.ts'\n\nrun(a)\n\nstop(a)\n"

  test('where both import one name from two modules', () => {
    const mine = base.replace("'./a.ts'\n", "'./a.ts'\nimport { limit } from './mine.ts'\n")
    const theirs = `import { limit } from './theirs.ts'\n${base}`
    expect(kindOf(base, mine, theirs)).toBe('conflict')
  })

  test('where both declare one member in two places', () => {
    const kites = 'class Kites {\n  a() {}\n\n  b() {}\n\n  c() {}\n}\n'
    const mine = kites.replace('  a() {}\n', '  find() {}\n\n  a() {}\n')
    const theirs = kites.replace('  c() {}\n', '  c() {}\n\n  find(id: string) {}\n')
    expect(kindOf(kites, mine, theirs)).toBe('conflict')
  })

  test('where a variable of both lies in two places', () => {
    const settings = 'A=1\nB=2\nC=3\n'
    expect(kindOf(settings, `D=4\n${settings}`, `${settings}D=5\n`, '.env.example')).toBe(
      'conflict',
    )
  })
})

describe('a block of a conflict holds whole changes', () => {
  test('of which a line is on its lines', () => {
    const base = 'make({\n  a: one(),\n  b: two(),\n})\n'
    const mine = base.replace('})', '}, own)')
    const theirs = 'make({\n  a: one(1),\n  b: two(2),\n}, other)\n'
    const merged = mergeFile({ path, base, mine, theirs })
    expect(merged.text).toBe(block(mine, theirs))
  })

  test('none of which lies in another', () => {
    const base = 'const told = (thrown: unknown) => said(thrown)\n'
    const mine = 'const told = (thrown: unknown) => said(\nown, thrown, more)\n'
    const theirs = 'const told = (thrown: unknown) => said(\nother, thrown, less)\n'
    const merged = mergeFile({ path, base, mine, theirs })
    const first = 'const told = (thrown: unknown) => said(\n'
    expect(merged.text).toBe(first + block('own, thrown, more)\n', 'other, thrown, less)\n'))
  })
})

describe('a file that does not parse', () => {
  test('is merged by its lines', () => {
    const base = 'one()\ntwo()\nthree()\nfour()\n'
    const mine = base.replace('one()', 'one((')
    expect(mergeFile({ path, base, mine, theirs: base.replace('four()', 'five()') })).toEqual({
      kind: 'clean',
      text: mine.replace('four()', 'five()'),
    })
  })
})

describe('templates in code', () => {
  const base = 'export const page = html`\n  <p>${name(kite)}</p>\n`\n\nexport const limit = 20\n'

  test('keep their blanks', () => {
    const mine = base.replace('limit = 20', 'limit = 30')
    const theirs = base.replace('  <p>', '    <p>')
    expect(mergeFile({ path, base, mine, theirs })).toEqual({
      kind: 'clean',
      text: mine.replace('  <p>', '    <p>'),
    })
  })
})

describe('YAML that is more than maps and lists on lines', () => {
  test('is merged by its lines', () => {
    const base = '---\na: 1\nb: 2\nc: 3\n---\nd: 4\n'
    const mine = base.replace('a: 1', 'a: 2')
    const theirs = base.replace('d: 4', 'd: 5')
    const text = mine.replace('d: 4', 'd: 5')
    expect(mergeFile({ path: 'a.yaml', base, mine, theirs })).toEqual({ kind: 'clean', text })
  })

  test('keeps a text of several lines as one value', () => {
    const base = 'run: |\n  one\n  two\nname: a\n'
    const mine = base.replace('  two\n', '  two\n  mine\n')
    const theirs = base.replace('name: a', 'name: b')
    const text = mine.replace('name: a', 'name: b')
    expect(mergeFile({ path: 'a.yaml', base, mine, theirs })).toEqual({ kind: 'clean', text })
  })
})
