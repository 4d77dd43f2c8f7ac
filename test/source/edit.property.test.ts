import * as fc from 'fast-check'
import { parseSync, Visitor } from 'oxc-parser'
import { expect, test } from 'vitest'

import { insertIntoRegion } from '../../src/source/insert-into-region.ts'
import { removeFromRegion } from '../../src/source/remove-from-region.ts'
import { often } from '../tiers/full.ts'
import { edited, textOf } from './edited.ts'

const word = fc.stringMatching(/^[a-z]{1,6}$/).map((name) => `x${name}`)
const value = fc.oneof(
  word,
  word.map((name) => `'${name}, // #region elif:x'`),
  word.map((name) => `${name}({ a: [1, 2,], b })`),
  word.map((name) => `\`\n ${name} \${${name}}\n// #endregion elif:x\n\``),
)
const gap = fc.constantFrom('', ' ', '\n', '\n\n', ' // , note\n', ' /* ], */ ')
const item = fc.tuple(gap, value, gap).map(([before, code, behind]) => before + code + behind)
const items = fc.array(item, { maxLength: 4 })
const comma = fc.constantFrom('', ',')

/** A source with a list, a region somewhere in it, and code around it, laid out at random. */
const sources = fc
  .record({ before: items, inside: items, after: items, trailing: comma, crlf: fc.boolean() })
  .map(({ before, inside, after, trailing, crlf }) => {
    const head = before.map((each) => `${each},`).join('')
    const body = inside.join(',') + (inside.length > 0 && after.length > 0 ? ',' : '')
    const tail = after.length > 0 ? after.join(',') + trailing : ''
    const source = `run('[')\nconst list = [${head}\n  // #region elif:x\n${body}\n  // #endregion elif:x\n${tail}\n]\nrun(']')\n`
    return crlf ? source.replaceAll('\n', '\r\n') : source
  })

const borders = (source: string) => {
  const from = source.indexOf('\n', source.lastIndexOf('  // #region elif:x')) + 1
  return [source.slice(0, from), source.slice(source.lastIndexOf('  // #endregion elif:x'))]
}

test('an insertion leaves everything outside of its region as it was', () => {
  fc.assert(
    fc.property(sources, value, (source, entry) => {
      const edit = insertIntoRegion({ region: 'elif:x', entry })(source)
      if (edit.kind !== 'changed') return
      const [head = '', tail = ''] = borders(source)
      expect(edit.text.startsWith(head)).toBe(true)
      expect(edit.text.endsWith(tail)).toBe(true)
    }),
    { numRuns: 400 * often },
  )
})

test('twice is once, and a removal gives back the first bytes', () => {
  fc.assert(
    fc.property(sources, value, (source, entry) => {
      const insert = insertIntoRegion({ region: 'elif:x', entry })
      const edit = insert(source)
      fc.pre(edit.kind !== 'present')
      const text = textOf(edit)
      expect(insert(text)).toEqual({ kind: 'present' })
      expect(edited(removeFromRegion({ region: 'elif:x', entry }), text)).toBe(source)
    }),
    { numRuns: 400 * often },
  )
})

function lengthOfList(source: string): number | undefined {
  const lengths: number[] = []
  const count = ({ elements }: { elements: unknown[] }) => void lengths.push(elements.length)
  new Visitor({ ArrayExpression: count }).visit(parseSync('list.ts', source).program)
  return lengths[0]
}

test('any text whatever is one entry or is refused: the list grows by exactly one', () => {
  const source = 'const list = [\n  // #region elif:x\n  a,\n  // #endregion elif:x\n]\n'
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab,;[](){}`\'"/*\n= .') }), (entry) => {
      const insert = insertIntoRegion({ region: 'elif:x', entry })
      const edit = insert(source)
      if (edit.kind !== 'changed') return
      expect(lengthOfList(edit.text)).toBe(2)
      expect(insert(edit.text)).toEqual({ kind: 'present' })
    }),
    { numRuns: 1000 * often },
  )
})
