import { beforeAll, describe, expect, test } from 'vitest'

import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { openReadersFor } from '../../src/source/readers.ts'
import { regionFaults } from '../../src/source/region.ts'
import { removeFromRegion } from '../../src/source/remove-from-region.ts'
import { documentShapes } from './document-shapes.ts'
import { checkouts, edited } from './edited.ts'

beforeAll(() => openReadersFor(['a.yaml']))

const saved = checkouts.filter(([name]) => name !== 'tabs')

describe.each(documentShapes)('an entry for $name', ({ path, before, entry, after }) => {
  const insert = insertIntoRegion({ region: 'elif:x', entry })
  const remove = removeFromRegion({ region: 'elif:x', entry })

  test.each(saved)('goes last, once, and out again without a trace: %s', (_name, as) => {
    const source = as(before)
    expect(edited(insert, source, path)).toBe(as(after))
    expect(insert(as(after), path)).toEqual({ kind: 'present' })
    expect(edited(remove, as(after), path)).toBe(source)
    expect(remove(source, path)).toEqual({ kind: 'present' })
  })
})

const yaml = (lines: string) => `a:\n  # #region elif:x\n${lines}  # #endregion elif:x\nb: 1\n`
const html = (lines: string) => `<!-- #region elif:x -->\n${lines}<!-- #endregion elif:x -->\n`
const css = (lines: string) => `/* #region elif:x */\n${lines}/* #endregion elif:x */\n`
const hash = (lines: string) => `# #region elif:x\n${lines}# #endregion elif:x\n`

test.each([
  [
    'a YAML map',
    'a.yml',
    'c: { d: 1, e: [f] }',
    yaml('  c:\n      d: 1 # why\n      e:\n      - "f"\n'),
  ],
  ['a YAML key that its owner has edited', 'a.yml', 'c: 1', yaml('  "c": 2\n')],
  ['a variable', '.env', 'A=b c', hash('export A="b c"\n')],
  ['an instruction', 'Dockerfile', 'RUN a && b', hash('RUN a \\\n  # why\n  && b\n')],
  [
    'an element',
    'a.html',
    '<p class="a" id="b">c</p>',
    html("<p\n  class='a'\n  id='b'\n>\n  c\n</p>\n"),
  ],
  [
    'a rule',
    'a.css',
    ".a>.b{color:red;content:'c'}",
    css('.a > .b {\n  color: red;\n  content: "c";\n}\n'),
  ],
])('%s is known however a formatter has laid it out', (_what, path, entry, source) => {
  expect(insertIntoRegion({ region: 'elif:x', entry })(source, path)).toEqual({ kind: 'present' })
})

test.each([
  ['two keys', 'a.yml', 'c: 1\nd: 2', yaml('')],
  ['an item among keys', 'a.yml', '- c', yaml('  c: 1\n')],
  ['a text that reaches out of its region', 'a.yml', 'c: "', yaml('')],
  ['half an instruction', 'Dockerfile', 'RUN a \\', hash('')],
  ['half an element', 'a.html', '<p>', html('')],
  ['half a rule', 'a.css', '.a {', css('')],
  ['a comment alone', 'a.css', '/* a */', css('')],
  ['an end of the region', '.env', '# #endregion elif:x\nA=1', hash('')],
  ['what belongs to its owner', 'a.yml', 'c: 1', yaml('').replaceAll('elif:', 'custom:')],
  ['a file without comments', 'a.csv', 'c', 'a'],
])('%s is refused', (_what, path, entry, source) => {
  const name = source.includes('custom:') ? 'custom:x' : 'elif:x'
  expect(insertIntoRegion({ region: name, entry })(source, path)).toMatchObject({
    kind: 'refused',
    paste: entry,
  })
})

const styles: [path: string, before: string, after: string][] = [
  ['a.yaml', '# ', ''],
  ['.env', '# ', ''],
  ['Dockerfile', '# ', ''],
  ['.gitignore', '# ', ''],
  ['a.md', '<!-- ', ' -->'],
  ['a.html', '<!-- ', ' -->'],
  ['a.css', '/* ', ' */'],
  ['a.ts', '// ', ''],
  ['a.js', '/* ', ' */'],
]

describe.each(styles)('in %s a region', (path, before, after) => {
  const marks = (...texts: string[]) => texts.map((text) => `${before}${text}${after}\n`).join('')
  const open = '#region elif:x'
  const close = '#endregion elif:x'

  test.each([
    ['region-unclosed', '1:1', marks(open)],
    ['region-unopened', '1:1', marks(close)],
    ['region-duplicate', '3:1', marks(open, close, open, close)],
    ['region-nested', '2:1', marks(open, '#region elif:y', close)],
    ['region-crossed', '2:1', marks(open, '#endregion elif:y', close)],
    ['region-syntax', '1:1', marks('#region Elif:X')],
  ])('that is wrong is a %s at %s', (code, at, source) => {
    for (const text of [source, source.replaceAll('\n', '\r\n')]) {
      const [fault] = regionFaults(text, path)
      expect([fault?.code, `${fault?.line}:${fault?.column}`]).toEqual([code, at])
    }
  })
})

test.each([
  ['region-inline', '1:6', 'a.yaml', 'a: 1 # #region elif:x\n'],
  ['region-inline', '1:4', 'a.html', '<p><!-- #region elif:x -->\n'],
  ['region-inline', '1:6', 'a.css', 'a {} /* #region elif:x */\n'],
  ['region-split', '5:1', 'a.yaml', 'a:\n  # #region elif:x\n  b: 1\nc: 1\n# #endregion elif:x\n'],
  [
    'region-split',
    '4:3',
    'a.yaml',
    '# #region elif:x\na:\n  b: 1\n  # #endregion elif:x\n  c: 1\n',
  ],
  [
    'region-split',
    '4:1',
    'Dockerfile',
    'RUN a \\\n# #region elif:x\n  && b\n# #endregion elif:x\n',
  ],
  [
    'region-split',
    '7:1',
    'Dockerfile',
    '# syntax=docker/dockerfile:1\n# escape=`\nRUN a `\n  && b `\n# #region elif:x\n  c\\\n# #endregion elif:x\n',
  ],
  ['region-split', '3:3', 'a.css', '/* #region elif:x */\na {\n  /* #endregion elif:x */\n}\n'],
])('a %s is found at %s of %s', (code, at, path, source) => {
  const [fault] = regionFaults(source, path)
  expect([fault?.code, `${fault?.line}:${fault?.column}`]).toEqual([code, at])
})
