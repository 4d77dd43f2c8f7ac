import { beforeAll, describe, expect, test } from 'vitest'

import { openReadersFor } from '../../src/source/readers.ts'
import { replaceInRegion } from '../../src/source/replace-in-region.ts'
import { checkouts, edited } from './edited.ts'

beforeAll(() => openReadersFor(['a.yaml']))

const script = (lines: string, before: string, after: string) =>
  `${before}\n  // #region elif:x\n${lines}  // #endregion elif:x\n${after}\n`
const hash = (lines: string) => `a:\n  # #region elif:x\n${lines}  # #endregion elif:x\n`

type Case = [name: string, path: string, was: string, entry: string, before: string, after: string]

const statements = (lines: string) => script(lines, 'function f() {', '}')
const cases: Case[] = [
  [
    'a statement between others, with semicolons',
    'a.ts',
    'const b = c()',
    'const b = d({\n  e,\n})',
    statements('  a();\n  const b = (c());\n  z();\n'),
    statements('  a();\n  const b = d({\n    e,\n  });\n  z();\n'),
  ],
  [
    'a statement with its comment',
    'a.ts',
    '/** Old. */\nb()',
    '/** New. */\nb(c)',
    statements('  /** Old. */\n  b()\n'),
    statements('  /** New. */\n  b(c)\n'),
  ],
  [
    'the last element of a list without trailing comma',
    'a.ts',
    'b',
    'c',
    script('  a,\n  b // last\n', 'const l = [', ']'),
    script('  a,\n  c // last\n', 'const l = [', ']'),
  ],
  [
    'a member of a type',
    'a.ts',
    'b: B',
    'b?: B',
    script('  a: A;\n  b: B;\n', 'type T = {', '}'),
    script('  a: A;\n  b?: B;\n', 'type T = {', '}'),
  ],
  [
    'a child of an element',
    'a.tsx',
    '<B />',
    '<B c />',
    '<a>\n  {/* #region elif:x */}\n  <B />\n  {/* #endregion elif:x */}\n</a>\n',
    '<a>\n  {/* #region elif:x */}\n  <B c />\n  {/* #endregion elif:x */}\n</a>\n',
  ],
  [
    'a key of YAML',
    'a.yml',
    'b: 1',
    'b:\n  c: 2',
    hash('  b: 1\n  d: 3\n'),
    hash('  b:\n    c: 2\n  d: 3\n'),
  ],
]

describe.each(cases)('%s', (_name, path, was, entry, before, after) => {
  test.each(checkouts.filter(([name]) => name !== 'tabs' || path.includes('ts')))(
    'is replaced once, and back without a trace: %s',
    (_checkout, as) => {
      const replace = replaceInRegion({ region: 'elif:x', was, entry })
      const back = replaceInRegion({ region: 'elif:x', was: entry, entry: was })
      expect(edited(replace, as(before), path)).toBe(as(after))
      expect(replace(as(after), path)).toEqual({ kind: 'present' })
      expect(edited(back, as(after), path)).toBe(as(before).replace('(c())', 'c()'))
    },
  )
})

describe.each([
  [
    'a.ts',
    statements('  const b = mine()\n'),
    'const b = c()',
    'const b = d()',
    'const b = mine()',
  ],
  ['.env', '# #region elif:x\nB=mine\n# #endregion elif:x\n', 'B=c', 'B=d', 'B=mine'],
])('an entry of %s that its owner has edited', (path, source, was, entry, mine) => {
  test('stays', () => {
    expect(replaceInRegion({ region: 'elif:x', was, entry })(source, path)).toEqual({
      kind: 'refused',
      because: 'Its owner has edited the entry.',
      paste: entry,
    })
  })

  test('is replaced by who says how it reads now', () => {
    const replace = replaceInRegion({ region: 'elif:x', was, entry, expecting: mine })
    expect(edited(replace, source, path)).toBe(source.replace(mine, entry))
  })

  test('is not there when nothing is', () => {
    const replace = replaceInRegion({ region: 'elif:x', was, entry })
    expect(replace(source.replace(/.*mine.*\n/, ''), path)).toMatchObject({
      kind: 'refused',
      because: 'The entry is not there.',
    })
  })
})

test('two entries for one, and a comment behind the new one, are refused', () => {
  for (const entry of ['b, c', 'c // why']) {
    const source = script('  b,\n', 'const l = [', ']')
    expect(replaceInRegion({ region: 'elif:x', was: 'b', entry })(source).kind).toBe('refused')
  }
})
