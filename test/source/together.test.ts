import { beforeAll, expect, test } from 'vitest'

import { addImport } from '../../src/source/add-import.ts'
import { changed, present, refused } from '../../src/source/edit.ts'
import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { openReaders } from '../../src/source/readers.ts'
import { together } from '../../src/source/together.ts'

beforeAll(openReaders)

const adding = (line: string) => (source: string) => changed(`${source}${line}\n`)
const importing = addImport({ from: './b.ts', names: ['b'] })

test('edits of one file are made one after the other', () => {
  const edit = together(adding('b'), () => present, adding('c'))
  expect(edit('a\n')).toEqual(changed('a\nb\nc\n'))
})

test('have nothing to do when none of them has', () => {
  expect(together(() => present)('a\n')).toEqual(present)
})

test('are all left out when one is refused, with the lines that are missing', () => {
  const edit = together(
    importing,
    () => present,
    () => refused('There is no region elif:x.', 'b()'),
    () => refused('b is not known.', 'run(b)'),
  )
  expect(edit('const a = 1\n', 'a.ts')).toEqual(
    refused('There is no region elif:x.', "import { b } from './b.ts'\nb()\nrun(b)"),
  )
})

const inserting = insertIntoRegion({ region: 'elif:x', entry: 'run(d)', needs: ['d'] })

test('a refusal names the line that the file has', () => {
  const source = '// #region elif:x\n// #endregion elif:x\n'
  const edit = together(importing, inserting)
  expect(edit(source, 'a.ts')).toMatchObject({
    because: 'd is not known where the entry belongs (line 1).',
  })
})

test('so does a fault', () => {
  const edit = together(importing, inserting)
  expect(() => edit('// #region elif:x\n', 'a.ts')).toThrow(
    expect.objectContaining({ at: { path: 'a.ts', line: 1, column: 1 } }),
  )
})
