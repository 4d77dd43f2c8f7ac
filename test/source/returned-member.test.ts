import { describe, expect, test } from 'vitest'

import { addReturnedMember, removeReturnedMember } from '../../src/source/returned-member.ts'
import { checkouts, edited } from './edited.ts'

const member = { function: 'create', member: 'reviews' }
const long = 'a'.repeat(80)

const cases: [name: string, before: string, after: string][] = [
  [
    'on one line',
    'export function create() {\n  return { http }\n}\n',
    'export function create() {\n  return { http, reviews }\n}\n',
  ],
  [
    'without members',
    'export function create() {\n  return {}\n}\n',
    'export function create() {\n  return { reviews }\n}\n',
  ],
  [
    'of an arrow function',
    'export const create = () => ({ http })\n',
    'export const create = () => ({ http, reviews })\n',
  ],
  [
    'on several lines, with comments',
    'export function create() {\n  return {\n    http, // the server\n    routes,\n  } as const\n}\n',
    'export function create() {\n  return {\n    http, // the server\n    routes,\n    reviews,\n  } as const\n}\n',
  ],
  [
    'on several lines, without trailing comma',
    'export function create() {\n  return {\n    http,\n    routes // all\n  }\n}\n',
    'export function create() {\n  return {\n    http,\n    routes, // all\n    reviews\n  }\n}\n',
  ],
  [
    'that its owner has broken up by hand',
    `export function create() {\n  return {\n    ${long}\n  }\n}\n`,
    `export function create() {\n  return {\n    ${long},\n    reviews\n  }\n}\n`,
  ],
  [
    'that gets too long for its line',
    `export function create() {\n  return { ${long} }\n}\n`,
    `export function create() {\n  return {\n    ${long},\n    reviews,\n  }\n}\n`,
  ],
]

describe.each(cases)('a member of a returned object %s', (_name, before, after) => {
  test.each(checkouts.filter(([name]) => name !== 'tabs'))(
    'is added once and removed without a trace: %s',
    (_checkout, as) => {
      expect(edited(addReturnedMember(member), as(before))).toBe(as(after))
      expect(addReturnedMember(member)(as(after))).toEqual({ kind: 'present' })
      expect(edited(removeReturnedMember(member), as(after))).toBe(as(before))
    },
  )
})

test('a member that its owner has given another value is there', () => {
  const source = 'export const create = () => ({ reviews: wrapped(reviews) })\n'
  expect(addReturnedMember(member)(source)).toEqual({ kind: 'present' })
  expect(removeReturnedMember(member)(source)).toEqual({ kind: 'present' })
})

test('a function that returns no object literal gets the member to paste', () => {
  expect(addReturnedMember(member)('export const create = () => made\n')).toEqual({
    kind: 'refused',
    because: 'No exported function create returns an object literal.',
    paste: 'return { reviews }',
  })
})
