import { beforeAll, describe, expect, test } from 'vitest'

import { addExport } from '../../src/source/add-export.ts'
import { addImport } from '../../src/source/add-import.ts'
import { insertIntoList } from '../../src/source/insert-into-list.ts'
import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { openReadersFor } from '../../src/source/readers.ts'
import { regionFaults } from '../../src/source/region.ts'
import { removeFromRegion } from '../../src/source/remove-from-region.ts'
import { edited } from './edited.ts'

beforeAll(() => openReadersFor(['a.yaml']))

const wanted = { region: 'elif:x', entry: 'b()' }
const region = '// #region elif:x\n// #endregion elif:x\n'

describe('a file with mixed line ends', () => {
  const source = 'a()\r\n// #region elif:x\nc()\n// #endregion elif:x\r\nd()\n'

  test('keeps each of them, and gives them back', () => {
    const text = edited(insertIntoRegion(wanted), source)
    expect(text).toBe('a()\r\n// #region elif:x\nc()\nb()\r\n// #endregion elif:x\r\nd()\n')
    expect(insertIntoRegion(wanted)(text)).toEqual({ kind: 'present' })
    expect(edited(removeFromRegion(wanted), text)).toBe(source)
  })
})

test.each(['a.ts', 'a.yml', '.env', 'a.md', 'a.css'])(
  'a file of one line, with CR alone for line ends, is never changed: %s',
  (path) => {
    const mark = path === 'a.ts' ? '//' : path === 'a.md' ? '<!--' : path === 'a.css' ? '/*' : '#'
    const close = path === 'a.md' ? ' -->' : path === 'a.css' ? ' */' : ''
    const source = `a\r${mark} #region elif:x${close}\r${mark} #endregion elif:x${close}\r`
    const kind = () => insertIntoRegion({ region: 'elif:x', entry: 'b' })(source, path).kind
    expect(kindOf(kind)).toMatch(/^(refused|region-(inline|syntax))$/)
  },
)

function kindOf(act: () => string): string {
  try {
    return act()
  } catch (fault) {
    return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
  }
}

const noise = '\u0000\u0001\uFFFD"\'`<{[(/*<!--#\u2028\\'.repeat(500)

test.each([
  'a.ts',
  'a.tsx',
  'a.yml',
  '.env',
  'Dockerfile',
  'a.md',
  'a.html',
  'a.css',
  '.gitignore',
])('bytes that mean nothing are no regions and take no entry: %s', (path) => {
  expect(regionFaults(noise, path)).toEqual([])
  expect(insertIntoRegion(wanted)(noise, path).kind).toBe('refused')
})

/** More lines than anyone would write. */
const much = (line: (at: number) => string) =>
  Array.from({ length: 6_000 }, (_, at) => line(at)).join('')

const huge: [
  path: string,
  entry: string,
  mark: string,
  close: string,
  line: (at: number) => string,
][] = [
  ['a.ts', 'zz()', '//', '', (at) => `call${at}(a, { b: ${at} }) // note, of some length\n`],
  ['.env', 'ZZ=1', '#', '', (at) => `KEY_${at}="value of it" # note\n`],
  ['Dockerfile', 'RUN zz', '#', '', (at) => `RUN a${at} \\\n  && b\n`],
  ['a.yml', 'zz: 1', '#', '', (at) => `key${at}: value # note\n`],
  ['a.md', '- zz', '<!--', ' -->', (at) => `- item ${at} with \`code\`\n`],
  ['a.html', '<p>zz</p>', '<!--', ' -->', (at) => `<p id="a${at}">text</p>\n`],
  ['a.css', '.zz { a: b }', '/*', ' */', (at) => `.a${at} { color: red }\n`],
]

describe.each(huge)('a huge %s', (path, entry, mark, close, line) => {
  const insert = insertIntoRegion({ region: 'elif:x', entry })

  test('is edited like a small one', () => {
    const lines = much(line)
    const marked = (last: string) =>
      `${mark} #region elif:x${close}\n${lines}${last}${mark} #endregion elif:x${close}\n`
    expect(edited(insert, marked(''), path) === marked(`${entry}\n`)).toBe(true)
  })
})

test('of many regions in one file each is paired once', () => {
  const source = much((at) =>
    at % 4 ? '' : `// #region custom:a${at}\na()\n// #endregion custom:a${at}\n`,
  )
  expect(edited(insertIntoRegion(wanted), source + region).length).toBe(
    source.length + region.length + 4,
  )
})

test.each([
  [
    'a list',
    insertIntoList({ anchor: { kind: 'call', name: 'f' }, entry: 'zz' }),
    'f(\n',
    '  a,\n',
    ')\n',
  ],
  ['an import', addImport({ from: 'k', names: ['zz'] }), 'import {\n', '  a$,\n', "} from 'k'\n"],
  ['an export', addExport({ from: 'k', names: ['zz'] }), '', "export { a$ } from './a$.ts'\n", ''],
])('%s with very many entries takes one more', (_what, editor, head, line, tail) => {
  const source = head + much((at) => (at % 4 ? '' : line.replaceAll('$', String(at)))) + tail
  expect(edited(editor, source)).toContain('zz')
})
