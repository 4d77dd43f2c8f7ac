import type { Edits, MergeCase } from './merge-case.ts'
import { code } from './code-cases.ts'
import { declarations } from './declaration-cases.ts'
import { documents } from './document-cases.ts'
import { fields } from './field-cases.ts'
import { kites } from './kites.ts'
import { regions } from './region-cases.ts'

/** Every case of the tables. */
export const cases: MergeCase[] = [...fields, ...code, ...declarations, ...regions, ...documents]

/** The name and the texts of a case; no merged one where it is a conflict. */
export function sidesOf({ path = 'src/kites/kite.ts', base = kites, ...sides }: MergeCase) {
  const { name, mine, theirs, merged } = sides
  return {
    name,
    path,
    base,
    mine: edited(base, mine),
    theirs: edited(base, theirs),
    merged: isClean(merged) ? edited(base, merged) : undefined,
    hunks: isClean(merged) ? [] : merged,
  }
}

const isClean = (merged: MergeCase['merged']): merged is Edits | string =>
  typeof merged === 'string' || merged.every((each) => Array.isArray(each))

function edited(text: string, edits: Edits | string): string {
  if (typeof edits === 'string') return edits
  return edits.reduce((done, [from, to]) => {
    if (!done.includes(from)) throw new Error(`There is no ${from} in ${done}`)
    return done.replace(from, () => to)
  }, text)
}
