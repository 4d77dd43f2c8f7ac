import { describe, expect, test } from 'vitest'

import { mergeFile } from '../../../src/source/merge/merge-file.ts'

const mineOf = (base: string) => `// Ours.\n\n${base}`

test('says as base what stood where theirs deletes a line that mine has changed', () => {
  const mine = 'const kite = {\n\ttail: 21,\n\tspan: 3,\n}\n'
  const sides = { base: 'const kite = {\n  tail: 2,\n  span: 3,\n}\n', mine }
  const merged = mergeFile({ path: 'a.ts', ...sides, theirs: 'const kite = {\n  span: 3,\n}\n' })
  expect(merged).toMatchObject({
    kind: 'conflict',
    hunks: [{ line: 2, base: '\ttail: 2,\n', mine: '\ttail: 21,\n', theirs: '' }],
  })
})

describe('where a head of its own is on mine', () => {
  test.each([
    ['a comment stands on its statement', 'one()\n\ntwo()\n', 'one()\n\n// Why.\ntwo()\n'],
    [
      'an import stands first in its group',
      "import a from 'a'\n\nimport d from './d'\n\nd(a)\n",
      "import a from 'a'\n\nimport b from './b'\nimport d from './d'\n\nd(a)\n",
    ],
    [
      'an import stands last in its group',
      "import a from 'a'\n\nimport d from './d'\n\nd(a)\n",
      "import a from 'a'\nimport b from 'b'\n\nimport d from './d'\n\nd(a)\n",
    ],
    ['a paragraph has its gaps', 'one()\n\ntwo()\n', 'one()\n\nthree()\n\ntwo()\n'],
  ])('%s', (_, base, theirs) => {
    const merged = mergeFile({ path: 'a.ts', base, mine: mineOf(base), theirs })
    expect(merged).toEqual({ kind: 'clean', text: mineOf(theirs) })
  })
})

test('follows theirs to where it has moved what mine has left alone', () => {
  const base = "import a from 'a'\n\nexport const two = a(2)\n\nexport class One {}\n\nend()\n"
  const theirs =
    "import a from 'a'\nimport { One } from 'b'\n\nexport { One }\n\nend()\n\nexport const two = a(2)\n"
  const merged = mergeFile({ path: 'a.ts', base, mine: `// Ours.\n\n${base}`, theirs })
  expect(merged).toEqual({ kind: 'clean', text: `// Ours.\n\n${theirs}` })
})

test('puts no import in the place of what it stands for', () => {
  const base = "import a from 'a'\n\na()\n\nclass One {}\n\nend()\n"
  const mine = "import a from 'a'\n\na()\n\nclass One {}\n\nend(1)\n"
  const theirs = "import a from 'a'\nimport { One } from 'b'\n\na()\n\nend()\n"
  const text = "import a from 'a'\nimport { One } from 'b'\n\na()\n\nend(1)\n"
  expect(mergeFile({ path: 'a.ts', base, mine, theirs })).toEqual({ kind: 'clean', text })
})

test('lets a remark at the foot of mine stay there', () => {
  const [base, foot] = ['one()\n\ntwo()\n', '// Ours.\n']
  const theirs = `${base}\nthree()\n`
  const merged = mergeFile({ path: 'a.ts', base, mine: `${base}\n${foot}`, theirs })
  expect(merged).toEqual({ kind: 'clean', text: `${theirs}\n${foot}` })
})
