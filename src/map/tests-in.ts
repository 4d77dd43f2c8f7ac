import type { Files } from '../files/files.ts'
import { typescriptReader } from '../source/readers.ts'
import { withoutComments } from '../source/without-comments.ts'
import { placesOf } from '../text/lines.ts'
import type { Named } from './map-schema.ts'

const named = /\b(?:test|it)\(\s*(?:'([^'\n]+)'|"([^"\n]+)")/g

/** The tests of an app that have a name of their own; what the framework tests is carried. */
export const testsIn = (files: Files): Named[] =>
  ['src', 'test']
    .flatMap((folder) => files.list(folder))
    .filter((path) => /^(src\/[^/]+|src\/modules\/.+|test\/.+)\.test\.ts$/.test(path))
    .toSorted()
    .flatMap((path) => testsOf(path, files.read(path) ?? ''))

function testsOf(file: string, source: string): Named[] {
  const code = withoutComments(source, typescriptReader().read(source, file))
  const place = placesOf(source)
  return [...code.matchAll(named)].map(({ index, 1: name, 2: other = '' }) => ({
    name: name ?? other,
    place: { file, line: place(index).line },
  }))
}
