import { statSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { catalogue } from '../../src/errors/catalogue.ts'
import { heavy, roomOf } from './law.ts'
import { circles, loadedBy } from './load-graph.ts'
import { readModule } from './read-module.ts'
import { filesOf, readModules, root, textOf } from './repository.ts'
import {
  doorRule,
  floorRule,
  lengthFigures,
  lengthRule,
  nameRule,
  recipeRule,
  type Rule,
  useRule,
} from './rules.ts'

const modules = readModules()
const linesOf = (path: string) => textOf(path).trimEnd().split('\n').length
const breaches = (rule: Rule) => [...modules.values()].flatMap((module) => rule(module))

describe('the house', () => {
  test('a room imports only from its own floor and from those below', () => {
    expect(breaches(floorRule)).toEqual([])
  })

  test('rooms do not know each other in circles', () => {
    const edges = new Map<string, Set<string>>()
    for (const { path, imports } of modules.values()) {
      if (!path.startsWith('src/')) continue
      const ours = imports.filter((each) => each.to.startsWith('src/') && each.kind !== 'type')
      const known = edges.get(roomOf(path)) ?? new Set()
      for (const each of ours) if (roomOf(each.to) !== roomOf(path)) known.add(roomOf(each.to))
      edges.set(roomOf(path), known)
    }
    expect(circles(edges)).toEqual([])
  })

  test('each library has one door', () => {
    expect(breaches(doorRule)).toEqual([])
  })

  test('a recipe imports its kit and nothing else of elif', () => {
    expect(breaches(recipeRule)).toEqual([])
  })

  test('nothing prints or exits outside of cli and bin, and nothing says any', () => {
    expect(breaches(useRule)).toEqual([])
  })

  test('no barrels and no names that say nothing', () => {
    expect(breaches(nameRule)).toEqual([])
  })

  test('no command loads a heavy library before it knows that it needs it', () => {
    const starts = [...modules.keys()].filter((path) => /^(commands\/|bin\/dev)/.test(path))
    const loaded = starts.flatMap((path) => {
      const ways = loadedBy(path, modules)
      return heavy.flatMap((library) => ways.get(library)?.join(' -> ') ?? [])
    })
    expect(loaded).toEqual([])
  })
})

describe('the size of things', () => {
  test('no file is over 250 lines and no command over 59', () => {
    expect(breaches(lengthRule)).toEqual([])
  })

  test('nine files in ten have under 150 lines and half of them under 60', () => {
    const { median, nineInTen } = lengthFigures([...modules.values()])
    expect(median).toBeLessThan(60)
    expect(nineInTen).toBeLessThan(150)
  })

  test('every file that an app carries has under 150 lines; lists of data may be longer', () => {
    const data = 'templates/app/files/test/naughty-strings.ts'
    const long = filesOf('templates/*/files/**/*.ts').filter((path) => linesOf(path) >= 150)
    expect(long).toEqual([data])
  })
})

describe('what is nowhere', () => {
  test('tests and templates do not say any either', () => {
    const paths = filesOf('test/**/*.ts', 'templates/*/*.test.ts', 'templates/*/files/**/*.ts')
    const found = paths.flatMap((path) =>
      readModule(path, textOf(path))
        .uses.filter((use) => use.name === 'any')
        .map(() => path),
    )
    expect(found).toEqual([])
  })

  test('templates hold code as code: no TypeScript behind tags', () => {
    expect(filesOf('templates/**/*.ts.ejs', 'templates/**/*.tsx.ejs')).toEqual([])
  })

  test('nothing leans on a place outside of this repository', () => {
    const outside = new RegExp([String.raw`\.\./shar`, 'ed/', '|', '/wor', 'k/'].join(''))
    const paths = filesOf(
      '*',
      '.ci/*',
      '{bin,commands,src,templates,test}/**/*',
      '{bin,commands,src,templates,test}/**/.*',
    )
    const files = paths.filter((path) => statSync(join(root, path)).isFile())
    expect(files.filter((path) => outside.test(textOf(path)))).toEqual([])
  })
})

describe('the catalogue of errors', () => {
  const sources = [...modules.keys()].filter((path) => !path.startsWith('src/errors/'))
  const text = sources.map(textOf).join('\n')

  test('every code is used', () => {
    expect(Object.keys(catalogue).filter((code) => !text.includes(`'${code}'`))).toEqual([])
  })

  test('every code is in kebab case and starts with its topic', () => {
    const codes = Object.keys(catalogue)
    expect(codes.filter((code) => !/^[a-z]+(-[a-z0-9]+)+$/.test(code))).toEqual([])
  })
})
