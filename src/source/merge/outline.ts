import type { Comment, Span } from '../reading.ts'

/** What parts the entries of a block; what ends a statement or a member is part of it. */
export type Separator = ',' | '|' | ''

/** A list of a file: what stands between its brackets, or the whole file. */
export type Block = {
  /** Blocks of one kind hold the same kind of entries. */
  kind: string
  source: string
  open: number
  close: number
  separator: Separator
  /** Whether it matters in which order entries stand that both sides have added. */
  ordered: boolean
  entries: Entry[]
}

/** One entry of a block, or a comment between its entries. */
export type Entry = Span & {
  source: string
  comment: boolean
  /** The same for entries that only differ in their layout. */
  identity: string
  /** What it is known by, the surest first; a list can hold only one of each. */
  keys: string[]
  /** What it declares: a block that declares a name twice is broken. */
  names: string[]
  /** The outermost blocks in it, in their order. */
  blocks: Block[]
  /** Spans of its text that must keep their bytes, from its beginning. */
  frozen: () => [start: number, end: number][]
}

export const textOf = ({ source, start, end }: Entry): string => source.slice(start, end)

/** Whether two entries only differ in their layout; the same text needs no closer look. */
export const saysSame = (one: Entry, other: Entry): boolean =>
  textOf(one) === textOf(other) || one.identity === other.identity

/** The comments between the entries of a block, for what only asks where they are. */
export const commentsOf = ({ entries }: Block): Comment[] =>
  entries.flatMap(({ comment, start, end }) => (comment ? [{ start, end, text: '' }] : []))

/** Every block below one, itself included. */
export function* blocksBelow(block: Block): Generator<Block> {
  yield block
  for (const entry of block.entries) for (const inner of entry.blocks) yield* blocksBelow(inner)
}

/** The first and the last of entries that stand one behind the other. */
export function runsOf(
  entries: Entry[],
  isMeant: (entry: Entry) => boolean,
): [first: Entry, last: Entry][] {
  const runs: [Entry, Entry][] = []
  for (const [index, entry] of entries.entries()) {
    if (!isMeant(entry)) continue
    const run = runs.at(-1)
    if (run && run[1] === entries[index - 1]) run[1] = entry
    else runs.push([entry, entry])
  }
  return runs
}
