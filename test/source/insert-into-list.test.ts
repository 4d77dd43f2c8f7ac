import { describe, expect, test } from 'vitest'

import { insertIntoList } from '../../src/source/insert-into-list.ts'
import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import type { ListAnchor } from '../../src/source/reading.ts'
import { removeFromList } from '../../src/source/remove-from-list.ts'
import { removeFromRegion } from '../../src/source/remove-from-region.ts'
import { checkouts, edited } from './edited.ts'

const call: ListAnchor = { kind: 'call', name: 'compose' }
const config: ListAnchor = { kind: 'call', name: 'defineConfig', path: [0, 'test'] }
const typed: ListAnchor = { kind: 'type', name: 'Routes' }
const chain: ListAnchor = { kind: 'chain', name: 'new Hono' }

const cases: [name: string, anchor: ListAnchor, entry: string, before: string, after: string][] = [
  ['arguments', call, 'b', 'compose(a)\n', 'compose(a, b)\n'],
  ['no arguments', call, 'b', 'compose<A>()\n', 'compose<A>(b)\n'],
  [
    'arguments on lines of their own',
    call,
    'b({\n  c: 1,\n})',
    '{\n  compose(\n    a, // first\n  )\n}\n',
    '{\n  compose(\n    a, // first\n    b({\n      c: 1,\n    }),\n  )\n}\n',
  ],
  [
    'an object in a configuration',
    config,
    'globals: true',
    'export default defineConfig({\n  test: {\n    // all\n    pool: 1\n  },\n})\n',
    'export default defineConfig({\n  test: {\n    // all\n    pool: 1,\n    globals: true\n  },\n})\n',
  ],
  [
    'an empty object with a comment',
    config,
    'globals: true',
    'defineConfig({\n  test: {\n    // nothing yet\n  },\n})\n',
    'defineConfig({\n  test: {\n    // nothing yet\n    globals: true\n  },\n})\n',
  ],
  [
    'an empty object with a comment on its line',
    config,
    'globals: true',
    'defineConfig({ test: { /* nothing */ } })\n',
    'defineConfig({ test: { /* nothing */ globals: true } })\n',
  ],
  [
    'an object of a type',
    typed,
    'c',
    'const routes: Routes = { a, b }\n',
    'const routes: Routes = { a, b, c }\n',
  ],
  [
    'an object that satisfies a type',
    typed,
    'c: d()',
    'export default {\n  a: b(),\n} satisfies Routes\n',
    'export default {\n  a: b(),\n  c: d(),\n} satisfies Routes\n',
  ],
  [
    'an exported array',
    { kind: 'export', name: 'all' },
    "'c'",
    "export const all = ['a', 'b'] as const\n",
    "export const all = ['a', 'b', 'c'] as const\n",
  ],
  [
    'an empty array',
    { kind: 'export', name: 'all' },
    'c',
    'export const all = []\n',
    'export const all = [c]\n',
  ],
  [
    'a chain',
    chain,
    '.use(b)',
    'const app = new Hono()\n  .use(a) // first\nrun(app)\n',
    'const app = new Hono()\n  .use(a)\n  .use(b) // first\nrun(app)\n',
  ],
  [
    'a chain on one line, with a semicolon',
    { kind: 'chain', name: 'app' },
    ".get('/b', b)",
    "app.get('/a', a);\n",
    "app.get('/a', a).get('/b', b);\n",
  ],
]

describe.each(cases)('an entry for %s', (_name, anchor, entry, before, after) => {
  test.each(checkouts)('goes last, once, and out again without a trace: %s', (_checkout, as) => {
    const insert = insertIntoList({ anchor, entry })
    const remove = removeFromList({ anchor, entry })

    expect(edited(insert, as(before))).toBe(as(after))
    expect(insert(as(after))).toEqual({ kind: 'present' })
    expect(edited(remove, as(after))).toBe(as(before))
    expect(remove(as(before))).toEqual({ kind: 'present' })
  })
})

test.each([
  ['There is no call of compose.', call, 'a()\n'],
  ['There is more than one call of compose.', call, 'compose(a)\ncompose(b)\n'],
  ['There is no call of defineConfig with a list at 0.test.', config, 'defineConfig({})\n'],
  ['There is no object of the type Routes.', typed, 'const routes: Routes = make()\n'],
  ['There is no chain of calls from new Hono.', chain, 'const app = new Hono()\n'],
])('%s', (because, anchor, source) => {
  const entry = 'globals'
  expect(insertIntoList({ anchor, entry })(source)).toEqual({
    kind: 'refused',
    because,
    paste: entry,
  })
})

test('an entry that its owner has edited is there, by its name or by its key', () => {
  const source = 'export default defineConfig({ test: { globals: false } })\n'
  expect(insertIntoList({ anchor: config, entry: 'globals: true' })(source).kind).toBe('present')
  const called = insertIntoList({ anchor: call, entry: 'b(c)', key: 'b(c)' })
  expect(called('compose(b(c, 1))\n')).toEqual({ kind: 'present' })
})

test('what an entry stands on has to be known there', () => {
  const insert = insertIntoList({ anchor: call, entry: 'b(c)', needs: ['b', 'c'] })
  expect(insert('compose(a)\n')).toMatchObject({
    kind: 'refused',
    because: 'b and c are not known where the entry belongs (line 1).',
  })
})

const marked = (lines: string) =>
  `compose(a)\nconst plugins = [\n  // #region elif:plugins\n${lines}  // #endregion elif:plugins\n]\n`

describe('a region and an anchor', () => {
  const wanted = { region: 'elif:plugins', entry: 'b()', orInto: call }

  test('a region that stands says where its list grows', () => {
    expect(edited(insertIntoRegion(wanted), marked(''))).toBe(marked('  b(),\n'))
    expect(edited(removeFromRegion(wanted), marked('  b(),\n'))).toBe(marked(''))
  })

  test('where its markers are gone, the anchor does', () => {
    expect(edited(insertIntoRegion(wanted), 'compose(a)\n')).toBe('compose(a, b())\n')
    expect(insertIntoRegion(wanted)('compose(a, b())\n')).toEqual({ kind: 'present' })
    expect(edited(removeFromRegion(wanted), 'compose(a, b())\n')).toBe('compose(a)\n')
  })

  test('where both are gone, there are lines to paste', () => {
    expect(insertIntoRegion(wanted)('a()\n')).toEqual({
      kind: 'refused',
      because: 'There is no region elif:plugins (found: none).',
      paste: 'b()',
    })
  })
})
