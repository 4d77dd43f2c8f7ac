import { describe, expect, test } from 'vitest'

import { typescriptReader } from '../../src/source/readers.ts'
import type { ListAnchor } from '../../src/source/reading.ts'

const read = (source: string) => typescriptReader().read(source, 'a.ts')

test('the exports of a module are read with what they are known by', () => {
  const source = `export { a, b as c } from './a.ts'
export * from './b.ts'
export * as d from './d.ts'
export type { E } from './e.ts'
export { f, type G }
export const h = 1, [i, { j: k }] = l
export default class M {}
export type N = 1
`
  const { exports, exportedNames } = read(source)
  const said = exports.map(({ from, type, all, names }) => ({
    from,
    type,
    all,
    names: names.map((name) => `${name.type ? 'type ' : ''}${name.name} as ${name.local}`),
  }))
  expect(said).toEqual([
    { from: './a.ts', type: false, all: undefined, names: ['a as a', 'b as c'] },
    { from: './b.ts', type: false, all: '*', names: [] },
    { from: './d.ts', type: false, all: 'd', names: [] },
    { from: './e.ts', type: true, all: undefined, names: ['type E as E'] },
    { from: undefined, type: false, all: undefined, names: ['f as f', 'type G as G'] },
  ])
  expect([...exportedNames].join(' ')).toBe('a c d E f G h i k default N')
})

const source = `const app = new Hono<Env>()
  .get('/a', a)
  ?.use(b)
export const config: Config = { a: [1, 2], b: { c: d } as const }
export default defineConfig({ test: { include: ['x'] } } satisfies Vite)
express().use(e)
`

const anchors: [what: string, anchor: ListAnchor, lists: string[]][] = [
  ['arguments', { kind: 'call', name: 'express' }, ['']],
  [
    'an object in arguments',
    { kind: 'call', name: 'defineConfig', path: [0, 'test'] },
    [" include: ['x'] "],
  ],
  ['what a type says', { kind: 'type', name: 'Config', path: ['b'] }, [' c: d ']],
  ['what satisfies a type', { kind: 'type', name: 'Vite', path: ['test', 'include'] }, ["'x'"]],
  ['an export', { kind: 'export', name: 'config', path: ['a'] }, ['1, 2']],
  [
    'the default export',
    { kind: 'export', name: 'default', path: [0, 'test', 'include'] },
    ["'x'"],
  ],
  ['a chain', { kind: 'chain', name: 'new Hono' }, ["\n  .get('/a', a)\n  ?.use(b)"]],
  ['a chain from a call', { kind: 'chain', name: 'express' }, ['.use(e)']],
  ['nothing', { kind: 'export', name: 'config', path: ['a', 'b'] }, []],
]

describe('an anchor', () => {
  test.each(anchors)('leads to %s', (_what, anchor, lists) => {
    const found = read(source).listsAt(anchor)
    expect(found.map(({ open, close }) => source.slice(open, close))).toEqual(lists)
  })
})
