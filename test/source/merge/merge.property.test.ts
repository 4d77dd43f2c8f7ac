import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { type Merged, mergeFile } from '../../../src/source/merge/merge-file.ts'
import { typescriptReader } from '../../../src/source/readers.ts'
import { often } from '../../tiers/full.ts'
import { changed, changes, modules, written } from './random-module.ts'

const path = 'src/kites/kites.ts'
const numRuns = 25 * often
const texts = fc.string({ unit: fc.constantFrom(...'ab{}[]();,\n\r\ufeff `\'"/*#:') })
const sources = fc.oneof(modules.map(written), texts)
const paths = fc.constantFrom(path, 'a.json', '.env', 'a.yaml', 'a.md')

/** How often each word and sign is in a text. */
function counted(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of text.match(/[\w$]+|[^\s\w$,;|]/g) ?? []) {
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return counts
}

/** The names of entries, each of which stands in one entry only. */
const named = (text: string) => new Set(text.match(/\w+In\w+/g))

const three = fc.tuple(modules, changes, changes).map(([module, own, other]) => ({
  path,
  base: written(module),
  mine: written(changed(module, own)),
  theirs: written(changed(module, other)),
}))

test('where theirs changes nothing, mine stays to the byte', () => {
  fc.assert(
    fc.property(paths, sources, sources, (each, base, mine) => {
      expect(mergeFile({ path: each, base, mine, theirs: base })).toEqual({
        kind: 'clean',
        text: mine,
      })
    }),
    { numRuns },
  )
})

test('where mine has changed nothing, it becomes what theirs is', () => {
  fc.assert(
    fc.property(modules, modules, (one, other) => {
      const [base, theirs] = [written(one), written(other)]
      expect(mergeFile({ path, base, mine: base, theirs })).toEqual({ kind: 'clean', text: theirs })
    }),
    { numRuns },
  )
})

test('any three texts merge without a fault, and a clean merge parses no worse than mine', () => {
  fc.assert(
    fc.property(paths, sources, sources, sources, (each, base, mine, theirs) => {
      const merged = mergeFile({ path: each, base, mine, theirs })
      if (merged.kind !== 'clean' || each !== path || mine === base) return
      const errors = (source: string) => typescriptReader().read(source, path).errors.length
      expect(errors(merged.text)).toBeLessThanOrEqual(errors(mine))
    }),
    { numRuns },
  )
})

test('nothing goes that one side has and the other has not taken out', () => {
  fc.assert(
    fc.property(three, ({ base, mine, theirs }) => {
      const merged = mergeFile({ path, base, mine, theirs })
      if (merged.kind !== 'clean') return
      const [olds, own] = [named(base), named(mine)]
      const [others, after] = [named(theirs), named(merged.text)]
      const lost = (one: Set<string>, other: Set<string>) =>
        [...one].filter((word) => (other.has(word) || !olds.has(word)) && !after.has(word))
      expect([...lost(own, others), ...lost(others, own)]).toEqual([])
    }),
    { numRuns: numRuns * 3 },
  )
})

const outcome = (merged: Merged) => (merged.kind === 'clean' ? counted(merged.text) : merged.kind)

test('it is all the same who is mine and who is theirs, but for the order', () => {
  fc.assert(
    fc.property(three, ({ base, mine, theirs }) => {
      const one = mergeFile({ path, base, mine, theirs })
      const other = mergeFile({ path, base, mine: theirs, theirs: mine })
      expect(outcome(one)).toEqual(outcome(other))
    }),
    { numRuns: numRuns * 3 },
  )
})

const restyle = (text: string) =>
  text
    .replaceAll("'", '"')
    .replaceAll(/(\)|null|\.ts")$/gm, '$1;')
    .replaceAll('  ', '\t')

const unquoted = (text: string) => counted(text.replaceAll('"', "'"))

test('another style of mine makes no conflict and loses nothing', () => {
  fc.assert(
    fc.property(three, (sides) => {
      const plain = mergeFile(sides)
      const styled = mergeFile({ ...sides, mine: restyle(sides.mine) })
      if (plain.kind !== 'clean') return
      expect(styled.kind).toBe('clean')
      expect(unquoted(styled.text)).toEqual(unquoted(plain.text))
    }),
    { numRuns: numRuns * 2 },
  )
})

test('what was merged once has nothing left to merge', () => {
  fc.assert(
    fc.property(three, (sides) => {
      const merged = mergeFile(sides)
      if (merged.kind !== 'clean') return
      const again = mergeFile({ ...sides, base: sides.theirs, mine: merged.text })
      expect(again).toEqual(merged)
    }),
    { numRuns },
  )
})
