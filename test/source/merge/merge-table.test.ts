import { describe, expect, test } from 'vitest'

import { mergeFile } from '../../../src/source/merge/merge-file.ts'
import { code } from './cases/code-cases.ts'
import { declarations } from './cases/declaration-cases.ts'
import { documents } from './cases/document-cases.ts'
import { fields } from './cases/field-cases.ts'
import { kites } from './cases/kites.ts'
import type { Edits, MergeCase } from './cases/merge-case.ts'
import { regions } from './cases/region-cases.ts'

function edited(text: string, edits: Edits | string): string {
  if (typeof edits === 'string') return edits
  return edits.reduce((done, [from, to]) => {
    expect(done).toContain(from)
    return done.replace(from, () => to)
  }, text)
}

function check({ path = 'src/kites/kite.ts', base = kites, ...sides }: MergeCase) {
  const [mine, theirs] = [edited(base, sides.mine), edited(base, sides.theirs)]
  const merged = mergeFile({ path, base, mine, theirs })
  if (typeof sides.merged === 'string' || isEdits(sides.merged)) {
    expect(merged.text).toBe(edited(base, sides.merged))
    expect(merged.kind).toBe('clean')
    return
  }
  const hunks = merged.kind === 'conflict' ? merged.hunks : merged.text
  if (typeof hunks === 'string') expect(hunks).toBe('a conflict')
  else
    expect(hunks.map(({ mine: own, theirs: other }) => ({ mine: own, theirs: other }))).toEqual(
      sides.merged,
    )
}

const isEdits = (merged: Exclude<MergeCase['merged'], string>): merged is Edits =>
  merged.every((each) => Array.isArray(each))

describe('a merge keeps and carries, where its owner has', () => {
  test.each([...fields, ...code, ...declarations, ...regions, ...documents])('$name', check)
})
