import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'

import { insertIntoRegion } from '../../../src/source/insert-into-region.ts'
import { createOxcReader } from '../../../src/source/oxc/oxc-reader.ts'
import { readingBy } from '../../../src/source/readers.ts'
import type { ListKind } from '../../../src/source/reading.ts'
import {
  createTypeScriptReader,
  openTypeScript,
} from '../../../src/source/typescript/typescript-reader.ts'
import { often } from '../../tiers/full.ts'
import { listShapes } from '../list-shapes.ts'
import { saidOf } from './answers.ts'

const oxc = createOxcReader()
const typescript = createTypeScriptReader()
beforeAll(openTypeScript)

const signs = `, ; : . ? = | & ! ( ) [ ] { } < > => ... @ # /r/ // /* */`.split(' ')
const words = [
  'a',
  'b',
  '1',
  "'s'",
  '"t"',
  '`x`',
  '`${a}`',
  '\n',
  ' ',
  'default',
  'const ',
  'class ',
]
const more = 'async await function get static case return type yield in as new'.split(' ')
const piece = fc.constantFrom(...signs, ...words, ...more.map((word) => `${word} `))
const codes = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const kinds = fc.constantFrom<ListKind[]>(
  'statements',
  'cases',
  'array',
  'object',
  'arguments',
  'tuple',
  'enum',
  'type',
  'union',
  'class',
  'children',
  'chain',
)

/**
 * Each lets some texts pass that are no program: TypeScript's parser `1 = a`, which its checker
 * refuses, oxc a type called `return`. What both take has to be the same.
 */
test('a text that is an entry to both readers is the same entry', () => {
  fc.assert(
    fc.property(codes, kinds, fc.constantFrom('a.ts', 'a.tsx'), (code, kind, path) => {
      const mine = oxc.readEntry(code, kind, path)
      const theirs = typescript.readEntry(code, kind, path)
      if (!mine || !theirs) return
      expect({ ...saidOf(theirs), frozen: theirs.frozen }).toEqual({
        ...saidOf(mine),
        frozen: mine.frozen,
      })
    }),
    { numRuns: 300 * often },
  )
})

test('what is inserted by both readers is the same to the byte', () => {
  fc.assert(
    fc.property(codes, fc.constantFrom(...listShapes), (entry, { before, path }) => {
      const insert = insertIntoRegion({ region: 'elif:x', entry })
      const mine = readingBy(oxc, () => insert(before, path))
      const theirs = readingBy(typescript, () => insert(before, path))
      if (mine.kind === 'refused' || theirs.kind === 'refused') return
      expect(theirs).toEqual(mine)
    }),
    { numRuns: 100 * often },
  )
})
