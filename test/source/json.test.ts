import { describe, expect, test } from 'vitest'

import { removeJson } from '../../src/source/json/remove-json.ts'
import { addJson, addJsonItem, setJson } from '../../src/source/json/set-json.ts'
import { checkouts, edited } from './edited.ts'

const manifest = `{
  "name": "shop",
  "dependencies": {
    "fastify": "5.0.0",
    "zod": "4.0.0" // pinned
  },
  "files": ["bin"]
}
`

describe.each(checkouts)('a package.json saved with %s', (_name, as) => {
  const source = as(manifest)

  test('gets a dependency in its place of the alphabet, and loses it without a trace', () => {
    const path = ['dependencies', 'pg']
    const added = as(manifest.replace('    "zod"', '    "pg": "8.0.0",\n    "zod"'))
    expect(edited(setJson(path, '8.0.0'), source, 'package.json')).toBe(added)
    expect(setJson(path, '8.0.0')(added, 'package.json')).toEqual({ kind: 'present' })
    expect(edited(removeJson(path), added)).toBe(source)
  })

  test('keeps the comment behind the entry that was last', () => {
    const path = ['dependencies', 'zx']
    const added = as(manifest.replace(' // pinned', ', // pinned\n    "zx": "1.0.0"'))
    expect(edited(setJson(path, '1.0.0'), source, 'package.json')).toBe(added)
    expect(edited(removeJson(path), added)).toBe(source)
  })

  test('gets what leads to the value', () => {
    const added = as(
      manifest.replace('["bin"]\n', '["bin"],\n  "scripts": {\n    "start": "node ."\n  }\n'),
    )
    expect(edited(setJson(['scripts', 'start'], 'node .'), source, 'package.json')).toBe(added)
  })
})

describe('a value', () => {
  test('is replaced where it stands', () => {
    const after = manifest.replace('"5.0.0"', '"6.0.0"')
    expect(edited(setJson(['dependencies', 'fastify'], '6.0.0'), manifest)).toBe(after)
  })

  test('stays its owner’s when it is only to be added', () => {
    expect(addJson(['dependencies', 'zod'], '9.0.0')(manifest)).toEqual({ kind: 'present' })
    expect(edited(addJson(['private'], true), '{}')).toBe('{\n  "private": true\n}')
  })

  test('goes into a long line as one that JSON knows, and out again', () => {
    const source = `{ "a": { "x": "${'x'.repeat(90)}" } }`
    const added = source.replace('" } }', '", "y": 1 } }')
    expect(edited(setJson(['a', 'y'], 1), source)).toBe(added)
    expect(JSON.parse(added)).toHaveProperty('a.y', 1)
    expect(edited(removeJson(['a', 'y']), added)).toBe(source)
  })

  test('goes between others as close as they stand', () => {
    expect(edited(setJson(['b'], 1), '{"a":1,"c":2}')).toBe('{"a":1,"b": 1,"c":2}')
    expect(edited(removeJson(['b']), '{"a":1,"b": 1,"c":2}')).toBe('{"a":1,"c":2}')
  })

  test('leaves the lines of the others when it goes', () => {
    const words = Array.from({ length: 12 }, (_, index) => `    "word-${index}"`).join(',\n')
    const source = `{\n  "keywords": [\n${words}\n  ]\n}\n`
    const added = edited(addJsonItem(['keywords'], 'last'), source)
    expect(edited(removeJson(['keywords', 12]), added)).toBe(source)
  })

  test('of an array is added once, on the line of the others', () => {
    const after = manifest.replace('["bin"]', '["bin", "dist"]')
    expect(edited(addJsonItem(['files'], 'dist'), manifest)).toBe(after)
    expect(addJsonItem(['files'], 'dist')(after)).toEqual({ kind: 'present' })
    expect(edited(addJsonItem(['include'], 'src'), '{ "a": 1 }', 'tsconfig.json')).toBe(
      '{ "a": 1, "include": ["src"] }',
    )
  })

  test('goes into a tsconfig between comments and trailing commas', () => {
    const config =
      '{\n  // strict\n  "compilerOptions": {\n    "strict": true, // all of it\n  },\n}\n'
    expect(edited(setJson(['compilerOptions', 'noEmit'], true), config)).toBe(
      config.replace(' // all of it\n', ' // all of it\n    "noEmit": true,\n'),
    )
  })

  test('is refused where something of another kind stands, or where nothing can be read', () => {
    expect(setJson(['name', 'first'], 'a')(manifest)).toEqual({
      kind: 'refused',
      because: 'Something of another kind stands where the value belongs.',
      paste: '{\n  "name": {\n    "first": "a"\n  }\n}',
    })
    expect(setJson(['name'], 'a')('{ "name": ').kind).toBe('refused')
    expect(setJson(['name'], 'a')('').kind).toBe('refused')
  })
})
