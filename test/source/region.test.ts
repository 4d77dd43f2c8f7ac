import { describe, expect, test } from 'vitest'

import { ElifError } from '../../src/errors/elif-error.ts'
import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { findRegions, regionFaults } from '../../src/source/region.ts'

const faulty: [code: string, at: string, source: string][] = [
  ['region-unclosed', '2:1', 'const a = [\n// #region elif:x\n]\n'],
  ['region-unopened', '2:1', 'const a = [\n// #endregion elif:x\n]\n'],
  [
    'region-duplicate',
    '4:1',
    'a()\n// #region elif:x\n// #endregion elif:x\n// #region elif:x\n// #endregion elif:x\n',
  ],
  ['region-nested', '3:3', 'a()\n// #region elif:x\n  // #region elif:y\n// #endregion elif:x\n'],
  ['region-crossed', '3:1', 'a()\n// #region elif:x\n// #endregion elif:y\n// #endregion elif:x\n'],
  ['region-split', '4:1', 'const a = [\n// #region elif:x\n1, [\n// #endregion elif:x\n2]]\n'],
  ['region-inline', '1:13', 'const a = [ // #region elif:x\n]\n'],
  ['region-syntax', '1:1', '// #region Elif:X\na()\n'],
  ['region-syntax', '1:1', '// #region elif:\na()\n'],
  ['region-syntax', '1:1', '/*\n * #region elif:x\n * #endregion elif:x\n */\na()\n'],
]

describe('a malformed region', () => {
  test.each(faulty)('is a %s at %s', (code, at, source) => {
    const [fault] = regionFaults(source, 'src/app.ts')
    expect([fault?.code, `${fault?.line}:${fault?.column}`]).toEqual([code, at])
  })

  test.each(faulty)('stops every edit of the file: %s at %s', (code, _at, source) => {
    const insert = insertIntoRegion({ region: 'elif:other', entry: 'b()' })
    expect(() => insert(source, 'src/app.ts')).toThrow(expect.objectContaining({ code }))
  })

  test('says the file, the line and the way out', () => {
    const error = errorOf(() => findRegions('const a = [\n// #region elif:x\n]\n', 'src/app.ts'))
    expect({ ...error, says: error?.message }).toMatchObject({
      code: 'region-unclosed',
      says: 'The region elif:x is never closed.',
      hint: 'Add a line "// #endregion elif:x" after its last entry.',
      at: { path: 'src/app.ts', line: 2, column: 1 },
    })
  })
})

function errorOf(act: () => unknown): ElifError | undefined {
  try {
    act()
  } catch (error) {
    return error instanceof ElifError ? error : undefined
  }
  return undefined
}

const namesIn = (source: string, path: string) => findRegions(source, path).map(({ name }) => name)

describe('regions are found', () => {
  test('among comments only, never in strings, templates or JSX text', () => {
    const source = 'const a = "// #region elif:a"\nconst b = `\n// #region elif:b\n`\n'
    const markup = 'const c = <p>\n// #region elif:c\n</p>\n'
    expect(namesIn(source + markup, 'page.tsx')).toEqual([])
  })

  test('for elif and for what is custom, beside folds of other people', () => {
    const source =
      '// #region Helpers\n// #region custom:pricing\na()\n// #endregion custom:pricing\n// #endregion\n'
    expect(namesIn(source, 'a.ts')).toEqual(['custom:pricing'])
  })

  test('as an earlier elif wrote them', () => {
    const source =
      '// <<<ELIF:BEGIN agent-editable:pricing>>>\na()\n// <<<ELIF:END agent-editable:pricing>>>\n'
    expect(namesIn(source, 'a.ts')).toEqual(['custom:pricing'])
  })

  test.each([
    ['compose.yaml', 'services:\n  # #region elif:services\n  # #endregion elif:services\n'],
    ['.env', '# #region elif:services\nA=1\n# #endregion elif:services\n'],
    ['Dockerfile', '# #region elif:services\nRUN a\n# #endregion elif:services\n'],
    ['index.html', '<!-- #region elif:services -->\n<!-- #endregion elif:services -->\n'],
    ['site.css', '/* #region elif:services */\n/* #endregion elif:services */\n'],
  ])('in %s by the comments of its language', (path, source) => {
    expect(namesIn(source, path)).toEqual(['elif:services'])
    expect(namesIn(source.replaceAll('\n', '\r\n'), path)).toEqual(['elif:services'])
  })

  test('in a script with byte order mark and shebang', () => {
    const source = '\ufeff#!/usr/bin/env node\n// #region elif:x\n// #endregion elif:x\n'
    expect(namesIn(source, 'a.ts')).toEqual(['elif:x'])
  })
})
