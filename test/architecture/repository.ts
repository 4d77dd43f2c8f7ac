import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Module, readModule } from './read-module.ts'

export const root = join(import.meta.dirname, '../..')

const elsewhere = /(^|\/)(node_modules|\.git|dist|\.demo|\.cache)(\/|$)/

/** Files of the checkout by glob, sorted, as paths from its root. */
export function filesOf(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: (path) => elsewhere.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
}

export const textOf = (path: string) => readFileSync(join(root, path), 'utf8')

/** Everything elif runs: not the templates' files, not the tests. */
export function readModules(): Map<string, Module> {
  const paths = filesOf('src/**/*.ts', 'commands/**/*.ts', 'bin/*.{ts,js}', 'templates/*/recipe.ts')
  return new Map(paths.map((path) => [path, readModule(path, textOf(path))]))
}
