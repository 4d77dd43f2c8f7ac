import { describe, expect, test } from 'vitest'

import { addImport } from '../../src/source/add-import.ts'
import { addLine } from '../../src/source/add-line.ts'
import { setEnvironmentLine } from '../../src/source/environment.ts'
import { insertIntoList } from '../../src/source/insert-into-list.ts'
import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { addJson, addJsonItem } from '../../src/source/json/set-json.ts'
import type { ListAnchor } from '../../src/source/reading.ts'
import { addReturnedMember } from '../../src/source/returned-member.ts'
import { checkouts, edited } from './edited.ts'

const anchor: ListAnchor = { kind: 'call', name: 'compose', path: [0] }
const list = `compose({
  a: 1, // first
  /** Of two. */
  b: 2,
  c: 3,
})
`
const entry = '/** New. */\nd: {\n  e: 4,\n}'
const added = '  /** New. */\n  d: {\n    e: 4,\n  },\n'

describe.each(checkouts)('in a checkout with %s', (_, checkedOut) => {
  test('an entry goes behind the one it belongs to, below its comment', () => {
    const edit = insertIntoList({ anchor, entry, neighbour: { behind: 'a' } })
    const after = list.replace('// first\n', `// first\n${added}`)
    expect(edited(edit, checkedOut(list))).toBe(checkedOut(after))
    expect(edit(checkedOut(after))).toEqual({ kind: 'present' })
  })

  test('an entry goes ahead of one, above what is said of that', () => {
    const edit = insertIntoList({ anchor, entry, neighbour: { ahead: 'b' } })
    const after = list.replace('  /** Of', `${added}  /** Of`)
    expect(edited(edit, checkedOut(list))).toBe(checkedOut(after))
  })

  test.each([{ behind: 'none' }, { behind: 'c' }, { ahead: 'none' }])(
    'with the neighbour %j it goes last',
    (neighbour) => {
      const edit = insertIntoList({ anchor, entry: 'd: 4', neighbour })
      expect(edited(edit, checkedOut(list))).toBe(
        checkedOut(list.replace('  c: 3,\n', '  c: 3,\n  d: 4,\n')),
      )
    },
  )

  test('in a region it goes ahead of the first entry, and the markers stay where they are', () => {
    const source =
      'export const a = {\n  // #region elif:a\n  /** First. */\n  b: 1,\n  // #endregion elif:a\n}\n'
    const edit = insertIntoRegion({ region: 'elif:a', entry: 'c: 2', neighbour: { ahead: 'b' } })
    const after = source.replace('  /** F', '  c: 2,\n  /** F')
    expect(edited(edit, checkedOut(source))).toBe(checkedOut(after))
  })

  test('a member is returned beside its neighbour', () => {
    const source = 'export function f() {\n  return {\n    a,\n    b: 1,\n  }\n}\n'
    const edit = addReturnedMember({ function: 'f', member: 'c', neighbour: { behind: 'a' } })
    const after = source.replace('    a,\n', '    a,\n    c,\n')
    expect(edited(edit, checkedOut(source))).toBe(checkedOut(after))
  })

  test('an import stands behind the one that is named, or ahead of it', () => {
    const source = "import { a } from './a.ts'\nimport { c } from './c.ts'\n"
    const b = { from: './b.ts', names: ['b'] }
    const after = source.replace('\nimport { c', "\nimport { b } from './b.ts'\nimport { c")
    for (const neighbour of [{ behind: './a.ts' }, { ahead: './c.ts' }]) {
      expect(edited(addImport({ ...b, neighbour }), checkedOut(source))).toBe(checkedOut(after))
    }
    const last = addImport({ ...b, neighbour: { behind: './none.ts' } })
    expect(edited(last, checkedOut(source))).toBe(
      checkedOut(`${source}import { b } from './b.ts'\n`),
    )
  })

  test('a line goes behind another one, once', () => {
    const edit = addLine({ line: 'b', behind: 'a' })
    expect(edited(edit, checkedOut('a\nc\n'), '.prettierignore')).toBe(checkedOut('a\nb\nc\n'))
    expect(edited(edit, checkedOut('c\n'), '.prettierignore')).toBe(checkedOut('c\nb\n'))
    expect(edit(checkedOut('c\n b\n'))).toEqual({ kind: 'present' })
  })
})

test('a property of JSON goes behind another one, an item to its place in the alphabet', () => {
  const source = '{\n  "b": 1,\n  "a": ["c", "e"]\n}\n'
  expect(edited(addJson(['d'], 2, 'b'), source, 'a.json')).toBe(
    '{\n  "b": 1,\n  "d": 2,\n  "a": ["c", "e"]\n}\n',
  )
  const within = (item: string) => edited(addJsonItem(['a'], item), source, 'a.json')
  expect(within('d')).toBe('{\n  "b": 1,\n  "a": ["c", "d", "e"]\n}\n')
  expect(within('f')).toBe('{\n  "b": 1,\n  "a": ["c", "e", "f"]\n}\n')
})

test('a variable stands apart from those above it where that is asked for', () => {
  const line = { name: 'B', value: '', comment: 'What for.', apart: true }
  expect(edited(setEnvironmentLine(line), 'A=1\n', '.env')).toBe('A=1\n\n# What for.\nB=\n')
})
