import { describe, expect, test } from 'vitest'

import { mergeFile } from '../../../src/source/merge/merge-file.ts'
import { isScript } from '../../../src/source/comments.ts'
import { formatText } from '../../../src/template/format-text.ts'
import { checkouts } from '../edited.ts'
import { cases, sidesOf } from './cases/sides-of.ts'

const all = cases.map(sidesOf)
const clean = all.flatMap((each) => (each.merged === undefined ? [] : [each]))

describe('a merge keeps and carries, where its owner has', () => {
  test.each(all)('$name', ({ path, base, mine, theirs, merged, hunks }) => {
    const result = mergeFile({ path, base, mine, theirs })
    expect(result.kind).toBe(merged === undefined ? 'conflict' : 'clean')
    const conflicts = result.kind === 'clean' ? [] : result.hunks
    expect(conflicts.map((each) => ({ mine: each.mine, theirs: each.theirs }))).toEqual(hunks)
    expect(result.kind === 'clean' ? result.text : undefined).toBe(merged)
  })
})

describe.each(checkouts)('mine with %s', (_, as) => {
  test.each(clean.filter(({ path }) => isScript(path)))('$name', (each) => {
    const { path, base, mine, theirs, merged = '' } = each
    const result = mergeFile({ path, base, mine: as(mine), theirs })
    expect(result).toEqual({ kind: 'clean', text: as(merged) })
  })
})

describe('mine laid out in another style', () => {
  const style = { semi: true, tabWidth: 4, printWidth: 70, trailingComma: 'none' } as const
  test.each(clean.filter(({ path }) => isScript(path)))('$name', async (each) => {
    const { path, base, theirs, merged = '' } = each
    const mine = await formatText(path, each.mine, style)
    const result = mergeFile({ path, base, mine, theirs })
    expect(result.kind).toBe('clean')
    expect(await formatText(path, result.text, { ...style })).toBe(
      await formatText(path, merged, style),
    )
  })
})
