import { describe, expect, test } from 'vitest'

import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { removeFromRegion } from '../../src/source/remove-from-region.ts'
import { checkouts, edited } from './edited.ts'
import { listShapes } from './list-shapes.ts'

describe.each(listShapes)('an entry for $name', ({ path, before, entry, after }) => {
  test.each(checkouts)('goes last, once, and out again without a trace: %s', (_name, as) => {
    const insert = insertIntoRegion({ region: 'elif:x', entry })
    const source = as(before)

    const remove = removeFromRegion({ region: 'elif:x', entry })

    expect(edited(insert, source, path)).toBe(as(after))
    expect(insert(as(after), path)).toEqual({ kind: 'present' })
    expect(edited(remove, as(after), path)).toBe(source)
    expect(remove(source, path)).toEqual({ kind: 'present' })
  })
})

const module = (lines: string) =>
  `function create() {\n  // #region elif:x\n${lines}  // #endregion elif:x\n}\n`

describe('an entry that is there already', () => {
  const insert = insertIntoRegion({ region: 'elif:x', entry: "const a = create('a', { b: 1 })" })

  test('is known however a formatter has laid it out', () => {
    const formatted = module('  const a = (create(\n    "a",\n    { "b": 1, },\n  ));\n')
    expect(insert(formatted)).toEqual({ kind: 'present' })
  })

  test('is known by what it declares when its owner has edited it', () => {
    expect(insert(module('  const a = createOther()\n'))).toEqual({ kind: 'present' })
  })

  test('is known by the value of a case when a linter has put it into a block', () => {
    const source =
      'function f(x) {\n  switch (x) {\n    // #region elif:x\n    case "a": {\n      return 1\n    }\n    // #endregion elif:x\n  }\n}\n'
    const entry = insertIntoRegion({ region: 'elif:x', entry: "case 'a': return 1" })
    expect(entry(source)).toEqual({ kind: 'present' })
  })

  test('is known when its owner has moved it out of the region', () => {
    const moved = module('').replace(/\}\n$/, "  const a = create('a', { b: 1 })\n}\n")
    expect(insert(moved)).toEqual({ kind: 'present' })
  })

  test('is known by the call that its key names', () => {
    const entry = 'http.register(reviews.routes)'
    const source = module("  http.register(reviews.routes, { prefix: '/v1' })\n")
    expect(insertIntoRegion({ region: 'elif:x', entry, key: entry })(source).kind).toBe('present')
    expect(insertIntoRegion({ region: 'elif:x', entry })(source).kind).toBe('changed')
  })
})

const app = (lines: string) =>
  `export function createApp(config, platform) {\n${lines}  return { http }\n}\n`

describe('a file without the markers', () => {
  const orInto = {
    function: 'createApp',
    after: ['const $module = $create(platform)'],
    before: ['const http = $create($config)'],
  }
  const insert = insertIntoRegion({
    region: 'elif:modules',
    entry: 'const reviews = createReviewsModule(platform)',
    orInto,
  })

  test('takes the entry behind the last one of its kind', () => {
    const products = '  const products = createProductsModule(platform)\n'
    const http = '  const http = createHttp(config.http)\n'
    const reviews = '  const reviews = createReviewsModule(platform)\n'
    expect(edited(insert, app(products + http))).toBe(app(products + reviews + http))
    expect(edited(insert, app(http))).toBe(app(reviews + http))
    expect(insert(app(reviews + http))).toEqual({ kind: 'present' })
  })

  test('loses the entry where it stands', () => {
    const http = '  const http = createHttp(config.http)\n'
    const entry = 'const reviews = createReviewsModule(platform)'
    const remove = removeFromRegion({ region: 'elif:modules', entry, orInto })
    expect(edited(remove, app(`  ${entry}\n${http}`))).toBe(app(http))
  })

  test('gets the lines to paste where nothing looks like the place', () => {
    expect(insert(app('  const server = listen()\n'))).toEqual({
      kind: 'refused',
      because: 'There is no region elif:modules (found: none).',
      paste: 'const reviews = createReviewsModule(platform)',
    })
  })
})

describe('an entry that would break the file is refused', () => {
  const source = 'const list = [\n  // #region elif:x\n  // #endregion elif:x\n]\n'
  const entries = ['a, b', 'a: b )', '', '// a', 'a]; const b = [c', '/* a']

  test.each(entries)('%s', (entry) => {
    expect(insertIntoRegion({ region: 'elif:x', entry })(source).kind).toBe('refused')
  })

  test('as is a statement that would grow together with the one above', () => {
    const above = module('  const b = c\n')
    expect(insertIntoRegion({ region: 'elif:x', entry: '[d].map(e)' })(above)).toEqual({
      kind: 'refused',
      because: 'The list would not have exactly one entry more or less.',
      paste: '[d].map(e)',
    })
  })

  test('as is a place that is no list', () => {
    const chain = 'app\n  // #region elif:x\n  // #endregion elif:x\n  .use(a)\n'
    expect(insertIntoRegion({ region: 'elif:x', entry: 'a' })(chain)).toEqual({
      kind: 'refused',
      because: 'The region elif:x stands in a member expression, which is no list.',
      paste: 'a',
    })
  })

  test('while a fault elsewhere in the file is no reason', () => {
    expect(edited(insertIntoRegion({ region: 'elif:x', entry: 'a' }), `${source}return 1\n`)).toBe(
      'const list = [\n  // #region elif:x\n  a,\n  // #endregion elif:x\n]\nreturn 1\n',
    )
  })
})

describe('a semicolon', () => {
  const insert = insertIntoRegion({ region: 'elif:x', entry: 'const b = { c: 1 }' })
  const remove = removeFromRegion({ region: 'elif:x', entry: 'const b = { c: 1 }' })

  test.each([
    ['the neighbours have one', '  const a = 1;\n', '  const a = 1;\n  const b = { c: 1 };\n'],
    ['the neighbours have none', '  const a = 1\n', '  const a = 1\n  const b = { c: 1 }\n'],
  ])('ends a statement as %s', (_name, before, after) => {
    expect(edited(insert, module(before))).toBe(module(after))
    expect(insert(module(after))).toEqual({ kind: 'present' })
    expect(edited(remove, module(after))).toBe(module(before))
  })

  test('ends no function', () => {
    const entry = 'function b() {}'
    const text = edited(insertIntoRegion({ region: 'elif:x', entry }), module('  a();\n'))
    expect(text).toBe(module('  a();\n  function b() {}\n'))
  })
})

test('what is custom stays as it is, byte for byte', () => {
  const source = `export function f() {\n  // #region custom:f\n  const a = b(c)\n  // #endregion custom:f\n}\n`
  const orInto = { function: 'f', after: ['const $a = b($c)'] }
  expect(insertIntoRegion({ region: 'elif:x', entry: 'd()', orInto })(source)).toEqual({
    kind: 'refused',
    because: 'The entry would land in a region that is yours alone.',
    paste: 'd()',
  })
})

test('a comment comes and goes with its entry', () => {
  const entry = '/** Says hello. */\nhello()'
  const source = module('')
  const commented = module('  /** Says hello. */\n  hello()\n')
  expect(edited(insertIntoRegion({ region: 'elif:x', entry }), source)).toBe(commented)
  expect(edited(removeFromRegion({ region: 'elif:x', entry }), commented)).toBe(source)
})

test('an owner keeps an edited entry when elif takes its own back', () => {
  const source = module('  const a = mine()\n')
  const remove = removeFromRegion({ region: 'elif:x', entry: 'const a = yours()' })
  expect(remove(source)).toEqual({ kind: 'present' })
})
