import { beforeAll, expect, test } from 'vitest'

import { openReaders } from '../../src/source/readers.ts'
import { wrapCall } from '../../src/source/wrap-call.ts'

beforeAll(openReaders)

const wrap = wrapCall({ call: 'find(env)', by: { name: 'more', from: './more.ts' } })

test('gives what a call answers to a function, once', () => {
  const source =
    "import { find } from './find.ts'\n\n// Not find(env).\nexport const all = () => find(env)\n"
  const wrapped = `import { find } from './find.ts'
import { more } from './more.ts'

// Not find(env).
export const all = () => more(find(env))
`
  expect(wrap(source)).toEqual({ kind: 'changed', text: wrapped })
  expect(wrap(wrapped)).toEqual({ kind: 'present' })
})

test.each(['export const all = 1\n', 'export const all = [find(env), find(env)]\n'])(
  'refuses where the call is not written once',
  (source) => {
    expect(wrap(source)).toEqual({
      kind: 'refused',
      because: 'find(env) is not written there once.',
      paste: "import { more } from './more.ts'\nmore(find(env))",
    })
  },
)
