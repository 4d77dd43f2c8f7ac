import { existsSync, globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'

import type { Place } from '../http/route-place.ts'

/** A source of the app; its comments are blanks, so that what is found in it is code. */
export type CodeFile = { path: string; code: string }

/** What the app is made of and what tests it, as far as it is not carried; nothing in a bundle alone. */
export function readCode() {
  if (!existsSync('src/app.ts')) return undefined
  const paths = ['src/*.ts', 'src/modules/**/*.ts', 'test/**/*.ts'].flatMap((glob) =>
    globSync(glob),
  )
  const files = paths
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, code: withoutComments(readFileSync(path, 'utf8')) }))
  return {
    files: files.filter(({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts')),
    tests: files.filter(({ path }) => path.endsWith('.test.ts')),
  }
}

export type Code = NonNullable<ReturnType<typeof readCode>>

/** A URL is none, and neither is what stands in quotes right before. */
const comment = /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g

const withoutComments = (text: string) =>
  text.replaceAll(comment, (found) => found.replaceAll(/[^\n]/g, ' '))

export const placeIn = ({ path, code }: CodeFile, position: number): Place => ({
  file: path,
  line: code.slice(0, position).split('\n').length,
})

/** The files of the app that a file imports, types included. */
export const importsOf = ({ path, code }: CodeFile): string[] =>
  [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, name = '']) => {
    if (name.startsWith('#app/')) return [name.replace('#app/', 'src/')]
    return name.startsWith('.') ? [posix.join(posix.dirname(path), name)] : []
  })
