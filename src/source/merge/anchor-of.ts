import { type Anchor, gapsAround } from './insert-entries.ts'
import type { Matches } from './match-entries.ts'
import type { Matched } from './merge-block.ts'
import type { Block, Entry } from './outline.ts'

/** Where entries that only theirs has belong in mine; undefined where mine has none at all. */
export function anchorOf(matched: Matched, entries: Entry[]): Anchor | undefined {
  const { blocks, partners } = matched
  const { mine, theirs } = blocks
  const first = theirs.entries.findIndex((each) => each === entries[0])
  const end = theirs.entries.findIndex((each) => each === entries.at(-1))
  const before = theirs.entries.slice(0, first).toReversed()
  const behind = theirs.entries.slice(end + 1)
  const back = before.findIndex((each) => partners.has(each))
  const ahead = behind.findIndex((each) => partners.has(each))
  const previous = partnerAt(partners, before, back)
  const next = partnerAt(partners, behind, ahead)
  if (!next) return atEnd(matched)
  if (isClosing(next)) return beforeClosing(mine, next)
  if (!previous || back > ahead) return { before: next }
  const isNextCloser = back === ahead && standsWithNext(theirs, entries)
  return isNextCloser ? { before: next } : { after: previous }
}

const partnerAt = (partners: Matches, entries: Entry[], index: number): Entry | undefined => {
  const entry = entries[index]
  return entry && partners.get(entry)
}

/** Behind all that is there, but for what its owner has remarked at its foot. */
function atEnd({ blocks, mine, partners }: Matched): Anchor | undefined {
  const known = new Set([...mine.values(), ...partners.values()])
  const isRemark = (each: Entry) => each.comment && !known.has(each) && !isClosing(each)
  const last = blocks.mine.entries.findLast((each) => !isRemark(each)) ?? blocks.mine.entries.at(-1)
  return last && { after: last }
}

/** As the comment on a statement does, and the first of a group of imports. */
function standsWithNext(theirs: Block, entries: Entry[]): boolean {
  const { before, behind } = gapsAround(theirs, entries)
  return before !== '' && behind === ''
}

/** Whether an entry is the comment at the end of a region. */
export const isClosing = ({ comment, identity }: Entry) =>
  comment && /^comment (#?endregion\b|<<<ELIF:END\b)/.test(identity)

/** New entries of a region stand behind those that are there. */
function beforeClosing({ entries }: Block, closing: Entry): Anchor {
  const previous = entries[entries.indexOf(closing) - 1]
  return previous ? { after: previous } : { before: closing }
}
