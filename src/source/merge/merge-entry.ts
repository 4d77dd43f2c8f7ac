import { type MergeChange, mergeLines } from '../../text/merge-lines.ts'
import { linksOf } from './links.ts'
import { type Block, type Entry, saysSame } from './outline.ts'
import { type Piece, reindented } from './reindent.ts'
import type { Sides } from './sides.ts'
import { tokens } from './tokens.ts'

/** Merges the entries of a block; undefined where only the lines of it can be merged. */
export type MergeBlocks = (blocks: Sides<Block>) => MergeChange[] | undefined

/** What theirs changes in an entry, in the smallest of its parts that can be told apart. */
export function mergeEntry(entry: Sides<Entry>, mergeBlocks: MergeBlocks): MergeChange[] {
  const { base, mine, theirs } = entry
  if (saysSame(theirs, base) || saysSame(theirs, mine)) return []
  if (reindented(base, mine) === mine.source.slice(mine.start, mine.end)) return [replaced(entry)]
  const parts = mergeParts(entry, mergeBlocks)
  if (parts) return parts
  return saysSame(mine, base) ? [replaced(entry)] : mergePieces(entry)
}

/** Their piece in the place of mine. */
function replaced({ base, mine, theirs }: Sides<Piece>): MergeChange {
  return {
    from: mine.start,
    to: mine.end,
    base: reindented(base, mine),
    theirs: reindented(theirs, mine),
    clash: false,
  }
}

/** The lines of a piece, as they lie in mine. */
function mergePieces(pieces: Sides<Piece>): MergeChange[] {
  const { base, mine, theirs } = pieces
  const changes = mergeLines({
    base: reindented(base, mine),
    mine: mine.source.slice(mine.start, mine.end),
    theirs: reindented(theirs, mine),
  })
  return changes.map((change) => movedBy(mine.start, change))
}

const movedBy = (by: number, change: MergeChange): MergeChange => ({
  ...change,
  from: change.from + by,
  to: change.to + by,
})

/** The blocks of an entry, one by one, and the code between them. */
function mergeParts(entry: Sides<Entry>, mergeBlocks: MergeBlocks): MergeChange[] | undefined {
  const { base, mine, theirs } = entry
  const kinds = [base, mine, theirs].map(({ blocks }) => blocks.map(({ kind }) => kind).join())
  if (kinds.every((each) => each === '')) return undefined
  if (new Set(kinds).size > 1) {
    const links = { base: linksOf(base), mine: linksOf(mine), theirs: linksOf(theirs) }
    const isChain = Object.values(links).every(({ entries }) => entries.length > 1)
    return isChain ? mergeBlocks(links) : undefined
  }
  const changes: MergeChange[] = []
  for (const [index, block] of mine.blocks.entries()) {
    const [old, other] = [base.blocks[index], theirs.blocks[index]]
    const inner = old && other && mergeBlocks({ base: old, mine: block, theirs: other })
    if (!inner) return undefined
    changes.push(...inner)
  }
  const code = Array.from({ length: mine.blocks.length + 1 }, (_, index) =>
    mergeCode(
      {
        base: codeBefore(base, index),
        mine: codeBefore(mine, index),
        theirs: codeBefore(theirs, index),
      },
      [base, mine, theirs].some((each) => codeOf(each).includes('`')),
    ),
  )
  return [...changes, ...code.flat()]
}

const codeOf = ({ source, start, end }: Piece) => source.slice(start, end)

/** What stands before a block of an entry, behind the one before it. */
const codeBefore = ({ source, start, end, blocks }: Entry, index: number): Piece => ({
  source,
  start: blocks[index - 1]?.close ?? start,
  end: blocks[index]?.open ?? end,
})

function mergeCode(pieces: Sides<Piece>, raw: boolean): MergeChange[] {
  const said = (piece: Piece) => (raw ? codeOf(piece) : tokens(codeOf(piece)))
  const [base, mine, theirs] = [said(pieces.base), said(pieces.mine), said(pieces.theirs)]
  if (theirs === base || theirs === mine) return []
  return mine === base ? [replaced(pieces)] : mergePieces(pieces)
}
