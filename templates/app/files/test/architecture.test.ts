import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

import { expect, test } from 'vitest'

const files = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const code = files.filter((path) => !path.endsWith('.test.ts'))
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]

const everyImport = /(?:from|import)\s*\(?\s*'([^']+)'/g
/** Those that are still there when types are gone. */
const valueImport = /^import (?!type |\{(?:\s*type \w+,?)+\s*\})[^']*'([^']+)'/gm

function importsOf(path: string, pattern = everyImport) {
  const found = readFileSync(path, 'utf8').matchAll(pattern)
  return [...found].flatMap(([, name = '']) => {
    if (name.startsWith('#app/')) return [name.replace('#app/', 'src/')]
    if (!name.startsWith('.')) return []
    return [relative('.', join(dirname(path), name)).replaceAll('\\', '/')]
  })
}

const offending = (isWrong: (from: string, to: string) => boolean) =>
  code.flatMap((from) =>
    importsOf(from)
      .filter((to) => isWrong(from, to))
      .map((to) => `${from} imports ${to}`),
  )

test('the framework does not know the modules', () => {
  const wrong = offending(
    (from, to) => from.startsWith('src/framework/') && moduleOf(to) !== undefined,
  )
  expect(wrong).toEqual([])
})

test('a module reaches another one only through its module file or its noun', () => {
  const inner = /-(?:model|repository|service|policy|controller)\.ts$/
  const wrong = offending((from, to) => {
    const owner = moduleOf(from)
    const other = moduleOf(to)
    return owner !== undefined && other !== undefined && owner !== other && inner.test(basename(to))
  })
  expect(wrong).toEqual([])
})

test('modules do not need each other in a circle', () => {
  const needs = new Map<string, string[]>()
  for (const path of code) {
    const name = moduleOf(path)
    if (name === undefined) continue
    const others = importsOf(path, valueImport).flatMap((to) => moduleOf(to) ?? [])
    needs.set(name, [...(needs.get(name) ?? []), ...others.filter((other) => other !== name)])
  }

  const follow = (name: string, chain: string[]): string => {
    if (chain.includes(name)) return [...chain.slice(chain.indexOf(name)), name].join(' → ')
    const next = needs.get(name)?.find((other) => needs.has(other))
    return next === undefined ? '' : follow(next, [...chain, name])
  }
  // Who needs nobody who is left is in no circle.
  const isFree = ([, others]: [string, string[]]) => !others.some((other) => needs.has(other))
  for (let free = [...needs].find(isFree); free; free = [...needs].find(isFree))
    needs.delete(free[0])
  expect([...needs.keys()].map((name) => follow(name, []))).toEqual([])
})

test('only config.ts reads the environment', () => {
  const readers = code.filter((path) => readFileSync(path, 'utf8').includes('process.env'))
  expect(readers).toEqual(['src/config.ts'])
})

test('queries are written in repositories and models', () => {
  const query = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`/
  const isFree = /^src\/framework\/|-(?:repository|model)\.ts$/
  const others = code.filter((path) => !isFree.test(path))
  expect(others.filter((path) => query.test(readFileSync(path, 'utf8')))).toEqual([])
})
