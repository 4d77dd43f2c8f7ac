import { type MergeChange, mergeLines } from '../../text/merge-lines.ts'
import { spliced } from '../list/splice.ts'
import { sameCustom } from './custom-inside.ts'
import { layoutOf, plain } from './layout.ts'
import { isMoved, mergeBlock } from './merge-block.ts'
import { outlineOf } from './outline-of.ts'
import type { Sides } from './sides.ts'
import { isSound } from './sound.ts'
import { type Labels, type Merged, writeMerged } from './write-merged.ts'

export type { Merged, MergeHunk } from './write-merged.ts'

type Options = { path: string; base: string; mine: string; theirs: string; labels?: Labels }

/**
 * Brings into mine what theirs changes of a base: entry by entry where the file has entries, else
 * line by line. Bytes that theirs leaves alone stay as they are in mine, its line ends, byte order
 * mark and missing last newline among them, and nothing in a region of the owner's is touched. A
 * conflict comes as a text with the blocks that git writes, and as data.
 */
export function mergeFile(options: Options): Merged {
  const { path } = options
  const layout = layoutOf(options.mine)
  const labels = options.labels ?? { mine: 'yours', theirs: 'elif' }
  const given = {
    base: plain(options.base),
    mine: plain(options.mine),
    theirs: plain(options.theirs),
  }
  const texts = sameCustom(given, path)
  const { mine } = texts
  if (texts.base === texts.theirs || mine === texts.theirs) {
    return { kind: 'clean', text: options.mine }
  }
  const write = (changes: MergeChange[]) => writeMerged(changes, { mine, layout, labels })
  // What nobody has touched becomes what theirs is; lines that stay keep their line ends.
  if (mine === texts.base) return write(mergeLines(texts))
  for (const merge of [asMoved, byEntry, mergeLines]) {
    const changes = merge(texts, path)
    if (!changes || overlap(changes)) continue
    if (isSound(mine, withoutClashes(mine, changes), path)) return write(changes)
  }
  return write([apart(texts)])
}

/** Entries keep the order of mine, unless lines can follow theirs to where it has moved them. */
function asMoved(texts: Sides<string>, path: string): MergeChange[] | undefined {
  const old = outlineOf(texts.base, path)
  const other = old && outlineOf(texts.theirs, path)
  if (!other || !isMoved(old, other)) return undefined
  const changes = mergeLines(texts)
  return changes.some(({ clash }) => clash) ? undefined : changes
}

function byEntry({ base, mine, theirs }: Sides<string>, path: string): MergeChange[] | undefined {
  const own = outlineOf(mine, path)
  const old = own && outlineOf(base, path)
  const other = old && outlineOf(theirs, path)
  return other && mergeBlock({ base: old, mine: own, theirs: other })
}

/** Whether two changes are made to one place: one of them would spoil the other. */
function overlap(changes: MergeChange[]): boolean {
  const ordered = changes.toSorted((one, other) => one.from - other.from || one.to - other.to)
  return ordered.some(({ from }, index) => from < (ordered[index - 1]?.to ?? 0))
}

/** Mine with what is clear: what clashes is for its owner to make sound. */
function withoutClashes(mine: string, changes: MergeChange[]): string {
  const clear = changes.filter(({ clash }) => !clash)
  return spliced(
    mine,
    clear.map(({ from, to, theirs }) => ({ from, to, text: theirs })),
  )
}

/** One clash over all that differs, where a merge of any kind would make a broken file. */
function apart({ base, mine, theirs }: Sides<string>): MergeChange {
  const own = mine.split(/(?<=\n)/)
  const other = theirs.split(/(?<=\n)/)
  let lead = 0
  while (lead < own.length && own[lead] === other[lead]) lead += 1
  let tail = 0
  const most = Math.min(own.length, other.length) - lead
  while (tail < most && own.at(-tail - 1) === other.at(-tail - 1)) tail += 1
  const from = own.slice(0, lead).join('').length
  const to = own.slice(0, own.length - tail).join('').length
  return { from, to, base, theirs: other.slice(lead, other.length - tail).join(''), clash: true }
}
