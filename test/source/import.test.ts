import { describe, expect, test } from 'vitest'

import { addImport } from '../../src/source/add-import.ts'
import { removeImport } from '../../src/source/remove-import.ts'
import type { ImportRequest } from '../../src/source/import-names.ts'
import { checkouts, edited } from './edited.ts'

const c = { from: 'k', names: ['c'] }
const type = { from: 'k', types: ['C'] }

const cases: [name: string, request: ImportRequest, before: string, after: string][] = [
  ['a file without imports', c, 'run()\n', "import { c } from 'k'\n\nrun()\n"],
  [
    'a script with shebang and directive',
    c,
    '#!/usr/bin/env node\n"use strict";\n\nrun();\n',
    '#!/usr/bin/env node\n"use strict";\nimport { c } from "k";\n\nrun();\n',
  ],
  [
    'a list on one line',
    c,
    "import { a ,b } from 'k';\nrun()\n",
    "import { a ,b, c } from 'k';\nrun()\n",
  ],
  [
    'a list on lines of its own',
    c,
    "import {\n  a, // first\n  b,\n} from 'k'\nrun()\n",
    "import {\n  a, // first\n  b,\n  c,\n} from 'k'\nrun()\n",
  ],
  [
    'a list that closes on the line of its last name',
    c,
    "import { a,\n  b } from 'k'\nrun()\n",
    "import { a,\n  b,\n  c } from 'k'\nrun()\n",
  ],
  [
    'a list that gets too long for its line',
    c,
    `import { ${'a'.repeat(38)}, ${'b'.repeat(38)} } from 'k'\n{\n  run()\n}\n`,
    `import {\n  ${'a'.repeat(38)},\n  ${'b'.repeat(38)},\n  c,\n} from 'k'\n{\n  run()\n}\n`,
  ],
  [
    'a list that several names make too long for its line',
    { from: 'k', names: ['c', 'd'], types: ['E'] },
    `import { ${'a'.repeat(34)}, ${'b'.repeat(34)} } from 'k'\n{\n  run()\n}\n`,
    `import {\n  ${'a'.repeat(34)},\n  ${'b'.repeat(34)},\n  c,\n  d,\n  type E,\n} from 'k'\n{\n  run()\n}\n`,
  ],
  ['a default import', c, "import k from 'k'\nk()\n", "import k, { c } from 'k'\nk()\n"],
  [
    'a namespace, which takes no names',
    c,
    "import * as k from 'k'\nk()\n",
    "import * as k from 'k'\nimport { c } from 'k'\nk()\n",
  ],
  [
    'a type import, which takes no values',
    c,
    "import type { T } from 'k'\nrun()\n",
    "import type { T } from 'k'\nimport { c } from 'k'\nrun()\n",
  ],
  [
    'a type beside values',
    type,
    "import { a } from 'k'\nrun()\n",
    "import { a, type C } from 'k'\nrun()\n",
  ],
  [
    'a type beside types',
    type,
    "import type { T } from 'k'\nrun()\n",
    "import type { T, C } from 'k'\nrun()\n",
  ],
  ['a type alone', type, 'run()\n', "import type { C } from 'k'\n\nrun()\n"],
  [
    'the group it belongs to',
    { from: './c.ts', default: 'c' },
    "import { x } from 'node:fs'\n\nimport { z } from 'zod'\nimport { a } from './a.ts'\n\nrun()\n",
    "import { x } from 'node:fs'\n\nimport { z } from 'zod'\nimport { a } from './a.ts'\nimport c from './c.ts'\n\nrun()\n",
  ],
  [
    'a group that is new',
    { from: 'node:path', names: ['join as c'] },
    "import { z } from 'zod'\n\nrun()\n",
    "import { join as c } from 'node:path'\n\nimport { z } from 'zod'\n\nrun()\n",
  ],
  [
    'a file with semicolons and double quotes',
    c,
    'import a from "a"; // why\nrun();\n',
    'import a from "a"; // why\nimport { c } from "k";\nrun();\n',
  ],
]

describe.each(cases)('an import for %s', (_name, request, before, after) => {
  test.each(checkouts)('is added once and removed without a trace: %s', (_checkout, as) => {
    const source = as(before)
    const added = edited(addImport(request), source)

    expect(added).toBe(as(after))
    expect(addImport(request)(added)).toEqual({ kind: 'present' })
    expect(edited(removeImport(request), added)).toBe(source)
    expect(removeImport(request)(source)).toEqual({ kind: 'present' })
  })
})

describe('an import', () => {
  test('is all of an empty file', () => {
    expect(edited(addImport(c), '')).toBe("import { c } from 'k'\n")
    expect(edited(removeImport(c), "import { c } from 'k'\n")).toBe('')
  })

  test('is not added when its name is taken', () => {
    expect(addImport(c)("import { c } from 'other'\n")).toEqual({
      kind: 'refused',
      because: 'The name c is already taken.',
      paste: "import { c } from 'k'",
    })
    expect(addImport(c)('const c = 1\n').kind).toBe('refused')
  })

  test.each(["import type { c } from 'k'", "import { type c } from 'k'"])(
    'of a value is not served by one of its type: %s',
    (types) => {
      expect(addImport(c)(`${types}\n`)).toEqual({
        kind: 'refused',
        because: 'The name c is already taken.',
        paste: "import { c } from 'k'",
      })
    },
  )

  test('of a value serves for its type too', () => {
    const both = { from: 'k', names: ['c'], types: ['c'] }
    expect(addImport(both)("import { c } from 'k'\n")).toEqual({ kind: 'present' })
  })

  test('stays while the file uses it', () => {
    expect(removeImport(c)("import { c } from 'k'\nc()\n")).toEqual({ kind: 'present' })
    const member = "import { c } from 'k'\nrun({ c: 1 }).c\n"
    expect(edited(removeImport(c), member)).toBe('run({ c: 1 }).c\n')
  })

  test('of a file that ends its lines with CRLF gets CRLF', () => {
    expect(edited(addImport(c), "import a from 'a'\r\na()\r\n")).toBe(
      "import a from 'a'\r\nimport { c } from 'k'\r\na()\r\n",
    )
  })
})
