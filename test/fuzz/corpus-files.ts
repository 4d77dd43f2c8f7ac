import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the corpus; its path begins with the name of its package. */
export type CorpusFile = { path: string; size: number; read: () => string }

/** Above this size a file is tried once only. */
export const bigSize = 150_000

const isDeclaration = /\.d\.[cm]?ts$/

/** Every TypeScript source that the packages of a folder ship. */
export const sourcesIn = (folder: string): CorpusFile[] =>
  filesIn(folder, '**/*.{ts,tsx,mts}').filter(({ path }) => !isDeclaration.test(path))

/** Every package.json and tsconfig.json, strict or with comments. */
export const jsonFilesIn = (folder: string): CorpusFile[] =>
  filesIn(folder, '**/{package,tsconfig*}.json')

function filesIn(folder: string, pattern: string): CorpusFile[] {
  const root = join(folder, 'node_modules')
  return globSync(pattern, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(root, path)).isFile())
    .toSorted()
    .map((path) => ({
      path,
      size: statSync(join(root, path)).size,
      read: () => readFileSync(join(root, path), 'utf8'),
    }))
}

/** `@trpc/server` of `@trpc/server/src/http.ts`. */
export const packageOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/')

/** A file as the checkouts of other systems and editors hold it. */
export const variants: [name: string, as: (text: string) => string][] = [
  ['as is', (text) => text],
  ['CRLF', (text) => text.replaceAll(/\r?\n/g, '\r\n')],
  ['byte order mark', (text) => (text.startsWith('\ufeff') ? text : `\ufeff${text}`)],
]
