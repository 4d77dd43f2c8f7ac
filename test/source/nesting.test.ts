import { beforeAll, expect, test } from 'vitest'

import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { createOxcReader } from '../../src/source/oxc/oxc-reader.ts'
import { openReaders, typescriptReader } from '../../src/source/readers.ts'
import {
  createTypeScriptReader,
  openTypeScript,
} from '../../src/source/typescript/typescript-reader.ts'

beforeAll(async () => {
  await openReaders()
  await openTypeScript()
})

const message = 'Its brackets are nested more than 500 deep'
const nested = (depth: number, [open = '', close = '']: string[]) =>
  `const a = ${open.repeat(depth)}1${close.repeat(depth)}\n`
const marked = '// #region elif:x\n// #endregion elif:x\n'

test.each([
  ['arrays', ['[', ']'], 510],
  ['objects', ['{ a: ', ' }'], 10 + 5 * 500],
  ['calls', ['f(', ')'], 511 + 500],
])('%s that are nested 100,000 deep are answered as what does not parse', (_, brackets, place) => {
  const source = nested(100_000, brackets)
  for (const reader of [createOxcReader(), createTypeScriptReader()]) {
    const { errors, imports, comments } = reader.read(source, 'a.ts')
    expect({ errors, imports, comments }).toEqual({
      errors: [{ position: place, message }],
      imports: [],
      comments: [],
    })
    expect(reader.readJson(`// of data\n${'['.repeat(9_000)}`)).toBe(undefined)
  }
})

test('an edit refuses such a file and says why', () => {
  const source = marked + nested(5_000, ['[', ']'])
  const edit = insertIntoRegion({ region: 'elif:x', entry: 'b()' })
  expect(edit(source, 'a.ts')).toEqual({
    kind: 'refused',
    because: `It cannot be read: ${message} (line 3).`,
    paste: 'b()',
  })
})

test.each([
  ['400 deep', nested(400, ['f(', ')'])],
  ['brackets in strings', `const a = [${"'(', ".repeat(2_000)}]\n`],
  ['brackets in comments', `${'// ((\n'.repeat(2_000)}/* ${'['.repeat(2_000)} */\nb()\n`],
  ['brackets one beside the other', 'f([{}])\n'.repeat(2_000)],
])('reads %s', (_, source) => {
  expect(typescriptReader().read(source, 'a.ts').errors).toEqual([])
})
