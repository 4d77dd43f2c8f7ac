import { beforeAll, expect, test } from 'vitest'

import { openReaders } from '../../src/source/readers.ts'
import type { ListAnchor } from '../../src/source/reading.ts'
import { setMember } from '../../src/source/set-member.ts'

beforeAll(openReaders)

const anchor: ListAnchor = { kind: 'call', name: 'define', path: [0] }
const current = setMember({ anchor, name: 'current', value: "'2'" })

test('a member that is there gets the value, and nothing else changes', () => {
  const source = 'define({\r\n\tcurrent : "1", // mine\r\n\tby: 1,\r\n})\r\n'
  expect(current(source)).toEqual({
    kind: 'changed',
    text: "define({\r\n\tcurrent: '2', // mine\r\n\tby: 1,\r\n})\r\n",
  })
})

test('a member that is missing comes last', () => {
  expect(current('define({ by: 1 })\n')).toEqual({
    kind: 'changed',
    text: "define({ by: 1, current: '2' })\n",
  })
})

test('a member that has the value already stays, however it is written', () => {
  expect(current('define({ by: 1, "current": "2" })\n')).toEqual({ kind: 'present' })
})

test('where there is no such object, or more than one, the line is for its owner to paste', () => {
  for (const source of ['other({})\n', 'define({})\ndefine({})\n', 'define(made)\n']) {
    expect(current(source)).toMatchObject({ kind: 'refused', paste: "current: '2'" })
  }
})
