import { expect, test } from 'vitest'

import { syntaxFault } from '../../src/dev/syntax-fault.ts'

const places: [string, string, object | undefined][] = [
  ['src/a.ts', 'const a: string = 1\n', undefined],
  ['src/a.ts', 'const a: = 1\n', { path: 'src/a.ts', line: 1, column: 10 }],
  ['src/a.ts', 'const a = 1\n\tconst b: = 3\n', { path: 'src/a.ts', line: 2, column: 11 }],
  ['src/a.ts', 'const a = 1\r\nconst b: = 3\r\n', { path: 'src/a.ts', line: 2, column: 10 }],
  ['src/a.ts', 'namespace A {\n  export const a = 1\n}\n', { path: 'src/a.ts', line: 1 }],
  ['package.json', '{\n  "name": "shop",\n}\n', { path: 'package.json', line: 3, column: 1 }],
  ['package.json', '{ "name": "shop" }\n', undefined],
  ['.env', 'not = a ( program', undefined],
]

test.each(places)('%s with %j is judged as Node does', (path, source, at) => {
  expect(syntaxFault(path, source)?.at).toEqual(at)
})
