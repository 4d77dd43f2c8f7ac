import type { MergeChange } from '../../text/merge-lines.ts'
import type { Splice } from '../list/splice.ts'
import { matchAdded, matchEntries, type Matches } from './match-entries.ts'
import { mergeEntry } from './merge-entry.ts'
import { type Block, type Entry, runsOf, saysSame } from './outline.ts'
import { placeRuns } from './place-runs.ts'
import { reindented } from './reindent.ts'
import { removeEntries } from './remove-entries.ts'
import type { Sides } from './sides.ts'

/** How the entries of the three sides belong together. */
export type Matched = {
  blocks: Sides<Block>
  /** Of the base in mine and in theirs. */
  mine: Matches
  theirs: Matches
  /** Of theirs in mine, those that both have added among them. */
  partners: Matches
}

/**
 * What theirs changes in a block, entry by entry. The order of mine stays. Undefined where that
 * cannot be told by entries.
 */
export function mergeBlock(blocks: Sides<Block>): MergeChange[] | undefined {
  const { base, mine, theirs } = blocks
  if (mine.kind !== base.kind || theirs.kind !== base.kind) return undefined
  if (isAlike(theirs, base) || isAlike(theirs, mine)) return []
  if (inside(base, mine) === mine.source.slice(mine.open, mine.close)) {
    return [
      { ...spanOf(mine), base: inside(base, mine), theirs: inside(theirs, mine), clash: false },
    ]
  }
  const matched = matchedIn(blocks)
  if (isOrdered(base) && isReordered(base, theirs, matched.theirs)) return undefined
  const kept = [...matched.theirs].flatMap(([old, other]) => {
    const own = matched.mine.get(old)
    return own ? mergeEntry({ base: old, mine: own, theirs: other }, mergeBlock) : []
  })
  const placed = placeRuns(matched)
  if (!placed) return undefined
  return [...kept, ...bothAdded(matched), ...removed(matched), ...placed]
}

const isAlike = (one: Block, other: Block) =>
  one.entries.length === other.entries.length &&
  one.entries.every((entry, index) => {
    const same = other.entries[index]
    return same !== undefined && saysSame(entry, same)
  })

const spanOf = ({ open, close }: Block) => ({ from: open, to: close })

/** What stands between the brackets of a block, as it would lie in mine. */
const inside = ({ source, open, close, entries }: Block, mine: Block) =>
  reindented(
    { source, start: open, end: close, frozen: () => frozenIn(entries, open) },
    {
      source: mine.source,
      start: mine.open,
    },
  )

const frozenIn = (entries: Entry[], open: number) =>
  entries.flatMap((each) =>
    each
      .frozen()
      .map(([start, end]): [number, number] => [
        start + each.start - open,
        end + each.start - open,
      ]),
  )

function matchedIn(blocks: Sides<Block>): Matched {
  const { base } = blocks
  const mine = matchEntries(base.entries, blocks.mine.entries)
  const theirs = matchEntries(base.entries, blocks.theirs.entries)
  const known = new Set(theirs.values())
  const own = new Set(mine.values())
  const added = matchAdded(
    blocks.theirs.entries.filter((each) => !known.has(each)),
    blocks.mine.entries.filter((each) => !own.has(each)),
  )
  const carried = [...theirs].flatMap(([old, other]): [Entry, Entry][] => {
    const partner = mine.get(old)
    return partner ? [[other, partner]] : []
  })
  return { blocks, mine, theirs, partners: new Map([...carried, ...added]) }
}

/** Where the order of entries means something, a list of theirs in another one is another list. */
const isOrdered = ({ ordered, kind }: Block) => ordered || /array|cases/.test(kind)

/** Whether theirs has moved entries of the base. */
export const isMoved = (base: Block, theirs: Block): boolean =>
  isReordered(base, theirs, matchEntries(base.entries, theirs.entries))

function isReordered(base: Block, theirs: Block, matches: Matches): boolean {
  const places = base.entries.flatMap((each) => {
    const partner = each.comment ? undefined : matches.get(each)
    return partner ? [theirs.entries.indexOf(partner)] : []
  })
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0))
}

/** Names that both import and members that both give to a new object go together. */
function bothAdded({ theirs, partners }: Matched): MergeChange[] {
  const known = new Set(theirs.values())
  return [...partners].flatMap(([other, own]) => {
    if (known.has(other) || saysSame(other, own)) return []
    const union = unionOf(own, other)
    if (union) return union
    const { start: from, end: to } = own
    return [{ from, to, base: '', theirs: reindented(other, own), clash: true }]
  })
}

function unionOf(mine: Entry, theirs: Entry): MergeChange[] | undefined {
  const kinds = [mine, theirs].flatMap(({ blocks }) => blocks.map(({ kind }) => kind))
  if (
    mine.keys[0] !== theirs.keys[0] ||
    kinds.length !== 2 ||
    !kinds.every((kind) => /^names$|^json object$/.test(kind))
  ) {
    return undefined
  }
  const [own, other] = [mine.blocks[0], theirs.blocks[0]]
  if (!own || !other) return undefined
  return mergeBlock({
    base: { ...own, source: '', open: 0, close: 0, entries: [] },
    mine: own,
    theirs: other,
  })
}

/** What theirs has taken out and mine has left alone; what mine has changed is a clash. */
function removed({ blocks: { base, mine }, ...matched }: Matched): MergeChange[] {
  const gone = base.entries.filter((each) => !matched.theirs.has(each))
  const pairs = gone.flatMap((old): [Entry, Entry][] => {
    const own = matched.mine.get(old)
    return own && !(own.comment && !saysSame(own, old)) ? [[old, own]] : []
  })
  const clashing = pairs.filter(([old, own]) => !saysSame(old, own))
  const clashes = clashing.flatMap(([old, own]) => clashingRemoval(mine, old, own))
  const free = new Set(pairs.filter((each) => !clashing.includes(each)).map(([, own]) => own))
  const runs = runsOf(mine.entries, (each) => free.has(each))
  const cuts = runs.flatMap(([first, last]) => removeEntries(mine, first, last))
  return [...clashes, ...cuts.map((each) => removal(each, mine))]
}

const removal = ({ from, to }: Splice, { source }: Block): MergeChange => ({
  from,
  to,
  base: source.slice(from, to),
  theirs: '',
  clash: false,
})

/** The base says what stood in place of what its owner has changed. */
function clashingRemoval(mine: Block, old: Entry, own: Entry): MergeChange[] {
  const { source } = mine
  return removeEntries(mine, own, own).map(({ from, to }) => {
    const isWhole = from <= own.start && own.end <= to
    const was = source.slice(from, own.start) + reindented(old, own) + source.slice(own.end, to)
    const base = isWhole ? was : source.slice(from, to)
    return { from, to, base, theirs: '', clash: true }
  })
}
