import { stripVTControlCharacters } from 'node:util'

import { expect, test } from 'vitest'

import { listRegions, showRegions, validateRegions } from '../../src/actions/markers.ts'
import { elifError } from '../../src/errors/elif-error.ts'
import { regionListText, regionTexts, validationText } from '../../src/terminal/markers-text.ts'
import { memoryFiles } from '../../src/workspace/memory-files.ts'

const files = memoryFiles({
  '.env': '# #region elif:keys\nKEY=1\n# #endregion elif:keys\n',
  '.elif/base/src/app.ts.base': '// #region elif:modules\n',
  'src/app.ts': `export function createApp() {
  // #region elif:modules
  const kites = createKites()\r
  const birds = [
    createBirds(),
  ]
  // #endregion elif:modules

  // #region custom:rules
  // #endregion custom:rules
}
`,
  'src/old.ts': `// <<<ELIF:BEGIN agent-editable:prices>>>
export const price = 1
// <<<ELIF:END agent-editable:prices>>>
`,
  'src/strings.ts': "export const text = '// #region elif:modules'\n",
})

const broken = memoryFiles({
  'src/a.ts': '// #region elif:a\nf(\n  // #endregion elif:a\n)\n// #region elif:B c\n',
  'src/b.yml': 'a: 1\n# #endregion elif:b\n# #region elif:c\n',
})

test('lists every region with its lines and, in lists, its entries', async () => {
  const list = await listRegions(files)
  expect(list).toEqual({
    faults: 0,
    regions: [
      { file: '.env', from: 1, to: 3, name: 'elif:keys', kind: 'elif', entries: 1 },
      { file: 'src/app.ts', from: 2, to: 7, name: 'elif:modules', kind: 'elif', entries: 2 },
      { file: 'src/app.ts', from: 9, to: 10, name: 'custom:rules', kind: 'custom', entries: 0 },
      { file: 'src/old.ts', from: 1, to: 3, name: 'custom:prices', kind: 'old-style', entries: 1 },
    ],
  })
  expect(regionListText(list)).toBe(`.env:1-3         elif:keys, 1 entry
src/app.ts:2-7   elif:modules, 2 entries
src/app.ts:9-10  custom:rules, 0 entries
src/old.ts:1-3   custom:prices, 1 entry, old style`)
})

test('says that there is none, and that some are not whole', async () => {
  expect(regionListText(await listRegions(memoryFiles({})))).toBe('There is no region in this app.')
  expect(regionListText({ regions: [], faults: 2 })).toBe(
    'There is no region in this app.\n\nNot all markers are well formed: ./elif markers:validate',
  )
})

test.each(['elif:modules', 'modules', 'src/app.ts:elif:modules'])('shows %s', async (name) => {
  const regions = await showRegions(files, name)
  expect(stripVTControlCharacters(regionTexts(regions)))
    .toBe(`src/app.ts:2-7  elif:modules, 2 entries
3    const kites = createKites()
4    const birds = [
5      createBirds(),
6    ]`)
})

test('tells the entries of a region as data, by the language of its file', async () => {
  const marked = memoryFiles({
    'compose.yml': 'a:\n  # #region elif:a\n\n  b: 1\n  c:\n    - d\n  # #endregion elif:a\n',
    'src/a.ts': 'f(\n  // #region elif:a\n  g(h,\n    i),\n  // #endregion elif:a\n)\n',
  })
  expect((await showRegions(marked, 'elif:a')).map(({ file, items }) => [file, items])).toEqual([
    [
      'compose.yml',
      [
        { keys: ['b'], text: 'b: 1', line: 4 },
        { keys: ['c'], text: 'c:\n    - d', line: 5 },
      ],
    ],
    ['src/a.ts', [{ keys: ['g(h)'], text: 'g(h,\n    i)', line: 3 }]],
  ])
})

test('shows the name alone of an empty region', async () => {
  expect(regionTexts(await showRegions(files, 'rules'))).toBe(
    'src/app.ts:9-10  custom:rules, 0 entries',
  )
})

test('a region that is nowhere is refused, with the one that was meant', async () => {
  await expect(showRegions(files, 'elif:module')).rejects.toMatchObject({
    code: 'region-unknown',
    message: 'No file of the app has a region "elif:module".',
    hint: 'Did you mean elif:modules ?',
  })
  await expect(showRegions(files, 'x')).rejects.toMatchObject({
    hint: 'All regions: ./elif markers:list',
  })
})

test('tells all that is wrong, with place and way out', async () => {
  const validation = await validateRegions(broken)
  expect(validation).toMatchObject({ valid: false, regions: 1 })
  expect(
    validation.findings.map(({ code, at }) => `${code} ${at.path}:${at.line}:${at.column}`),
  ).toEqual([
    'region-split src/a.ts:3:3',
    'region-syntax src/a.ts:5:1',
    'region-unopened src/b.yml:2:1',
    'region-unclosed src/b.yml:3:1',
  ])
  const [said] = stripVTControlCharacters(validationText(validation)).split('\n\n')
  expect(said).toBe(`error  The region elif:a opens and closes in different brackets or entries.
  at src/a.ts:3:3
  Put both of its lines directly inside the same brackets, between two entries.
  (region-split)`)
})

test('counts what is right', async () => {
  const validation = await validateRegions(files)
  expect(validation).toEqual({ valid: true, regions: 4, findings: [] })
  expect(validationText(validation)).toBe('4 regions, all well formed.')
  expect(validationText({ ...validation, regions: 1 })).toBe('The one region is well formed.')
})

test('a file that cannot be read is told by validate and hides no other one', async () => {
  const read = (path: string) => {
    if (path === '.env')
      throw elifError('file-encoding', { path }, { at: { path: `/disk/${path}` } })
    return files.read(path)
  }
  const { regions, findings } = await validateRegions({ ...files, read })
  expect([regions, findings.map(({ code, at }) => [code, at])]).toEqual([
    3,
    [['file-encoding', { path: '.env' }]],
  ])
})
