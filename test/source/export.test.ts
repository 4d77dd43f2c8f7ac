import { describe, expect, test } from 'vitest'

import { addExport } from '../../src/source/add-export.ts'
import type { ExportRequest } from '../../src/source/export-names.ts'
import { removeExport } from '../../src/source/remove-export.ts'
import { checkouts, edited } from './edited.ts'

const c: ExportRequest = { from: 'k', names: ['c'] }
const all: ExportRequest = { from: 'k', all: true }

const cases: [name: string, request: ExportRequest, before: string, after: string][] = [
  ['a file without exports', c, 'run()\n', "export { c } from 'k'\n\nrun()\n"],
  [
    'a file with imports',
    { from: 'k', types: ['C'] },
    'import a from "a";\n\nrun();\n',
    'import a from "a";\n\nexport type { C } from "k";\n\nrun();\n',
  ],
  ['a list', c, "export { a } from 'k';\nrun()\n", "export { a, c } from 'k';\nrun()\n"],
  [
    'a list on lines of its own',
    { from: 'k', names: ['c as d'], types: ['C'] },
    "export {\n  a, // first\n  b,\n} from 'k'\n",
    "export {\n  a, // first\n  b,\n  c as d,\n  type C,\n} from 'k'\n",
  ],
  [
    'a type export, which takes no values',
    c,
    "export type { T } from 'k'\n",
    "export type { T } from 'k'\nexport { c } from 'k'\n",
  ],
  [
    'a type beside types',
    { from: 'k', types: ['C'] },
    "export type { T } from 'k'\n",
    "export type { T, C } from 'k'\n",
  ],
  [
    'all of a module',
    all,
    "export * from 'a' // why\n",
    "export * from 'a' // why\nexport * from 'k'\n",
  ],
  [
    'all of a module under a name',
    { from: 'k', all: 'k' },
    '#!/usr/bin/env node\nexport const a = 1\n',
    "#!/usr/bin/env node\nexport * as k from 'k'\nexport const a = 1\n",
  ],
]

describe.each(cases)('an export for %s', (_name, request, before, after) => {
  test.each(checkouts)('is added once and removed without a trace: %s', (_checkout, as) => {
    const added = edited(addExport(request), as(before))

    expect(added).toBe(as(after))
    expect(addExport(request)(added)).toEqual({ kind: 'present' })
    expect(edited(removeExport(request), added)).toBe(as(before))
    expect(removeExport(request)(as(before))).toEqual({ kind: 'present' })
  })
})

test.each([
  'export const c = 1\n',
  "export { c } from 'other'\n",
  "export * as c from 'other'\n",
  'const d = 1\nexport { d as c }\n',
])('a name that the module exports already is refused: %j', (source) => {
  expect(addExport(c)(source)).toEqual({
    kind: 'refused',
    because: 'The name c is already exported.',
    paste: "export { c } from 'k'",
  })
})

test('a module that exports all of another one exports its names and types', () => {
  expect(addExport(c)("export * from 'k'\n")).toEqual({ kind: 'present' })
  expect(addExport({ from: 'k', types: ['C'] })("export type * from 'k'\n").kind).toBe('present')
  expect(addExport(c)("export type * from 'k'\n").kind).toBe('changed')
  expect(addExport({ from: 'k', names: ['default'] })("export * from 'k'\n").kind).toBe('changed')
})
