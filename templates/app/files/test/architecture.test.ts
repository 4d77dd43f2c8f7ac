import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

import { expect, test } from 'vitest'

const files = globSync('src/**/*.ts').map((path) => path.replaceAll('\\', '/'))
const code = files.filter((path) => !path.endsWith('.test.ts'))
const moduleOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1]

function importsOf(path: string) {
  const found = readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
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

test('only config.ts reads the environment', () => {
  const readers = code.filter((path) => readFileSync(path, 'utf8').includes('process.env'))
  expect(readers).toEqual(['src/config.ts'])
})

test('queries are written in repositories and models', () => {
  const query = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql`/
  const writers = code.filter((path) => moduleOf(path) && query.test(readFileSync(path, 'utf8')))
  expect(writers.filter((path) => !/-(?:repository|model)\.ts$/.test(path))).toEqual([])
})
