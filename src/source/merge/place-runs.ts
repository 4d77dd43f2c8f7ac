import type { MergeChange } from '../../text/merge-lines.ts'
import { lineAfter, lineStart } from '../../text/lines.ts'
import { spliced } from '../list/splice.ts'
import { anchorOf, isClosing } from './anchor-of.ts'
import { insertEntries } from './insert-entries.ts'
import type { Matched } from './merge-block.ts'
import { type Block, type Entry, runsOf, saysSame } from './outline.ts'
import { reindented } from './reindent.ts'
import { removeEntries } from './remove-entries.ts'
import type { Sides } from './sides.ts'

/** Where the entries go that only theirs has; undefined where they do not fit the layout. */
export function placeRuns(matched: Matched): MergeChange[] | undefined {
  const runs = runsIn(matched)
  if (matched.blocks.mine.entries.length === 0) return intoEmpty(matched.blocks, runs)
  const changes: MergeChange[] = []
  for (const run of runs) {
    const placed = placeRun(matched, run)
    if (!placed) return undefined
    changes.push(...placed)
  }
  return together(changes)
}

/** A block without entries gets what stands in theirs, but for what its owner has taken out. */
function intoEmpty({ mine, theirs }: Sides<Block>, runs: Run[]): MergeChange[] | undefined {
  const { source, open, close } = mine
  if (runs.length === 0) return []
  if (source.slice(open, close).trim() !== '') return undefined
  const wanted = new Set(runs.flatMap(({ entries }) => entries))
  const gone = runsOf(theirs.entries, (each) => !wanted.has(each))
  const left = spliced(
    theirs.source,
    gone.flatMap(([first, last]) => removeEntries(theirs, first, last)),
  )
  const end = left.length - (theirs.source.length - theirs.close)
  const text = reindented({ source: left, start: theirs.open, end }, { source, start: open })
  const clash = runs.some((run) => run.clash)
  return [{ from: open, to: close, base: '', theirs: text, clash }]
}

type Run = { entries: Entry[]; clash: boolean; old?: Entry }

/** Neighbours that are new go together; what its owner has deleted and theirs changes, alone. */
function runsIn({ blocks, mine, theirs, partners }: Matched): Run[] {
  const olds = new Map([...theirs].map(([old, other]) => [other, old]))
  const runs: Run[] = []
  let previous: Run | undefined
  for (const entry of blocks.theirs.entries) {
    const old = olds.get(entry)
    const deleted = old !== undefined && !mine.has(old)
    if (deleted && !entry.comment && !saysSame(old, entry)) {
      runs.push({ entries: [entry], clash: true, old })
    }
    const isNew = old === undefined && !partners.has(entry)
    // It goes with what is there already, not with what is new above it.
    if (isNew && standsOnPartner(entry, { blocks, partners })) previous = undefined
    if (isNew && previous) previous.entries.push(entry)
    if (isNew && !previous) runs.push((previous = { entries: [entry], clash: false }))
    if (!isNew) previous = undefined
  }
  return runs
}

function standsOnPartner(entry: Entry, { blocks, partners }: Pick<Matched, 'blocks' | 'partners'>) {
  const { theirs } = blocks
  const next = theirs.entries[theirs.entries.indexOf(entry) + 1]
  if (!entry.comment || !next || !partners.has(next)) return false
  return /^[ \t]*\n[ \t]*$/.test(theirs.source.slice(entry.end, next.start)) && !isClosing(next)
}

function placeRun(matched: Matched, run: Run): MergeChange[] | undefined {
  const { mine, theirs } = matched.blocks
  const rival = run.clash ? undefined : rivalOf(matched, run)
  const anchor = anchorOf(matched, run.entries)
  const splices = anchor && insertEntries(mine, { block: theirs, entries: run.entries }, anchor)
  if (!splices) return undefined
  if (rival) return [clashWith(mine, rival, splices.at(-1)?.text ?? '')]
  const base = run.old ? run.old.source.slice(run.old.start, run.old.end) : ''
  return splices.map(({ from, to, text }) => ({ from, to, base, theirs: text, clash: run.clash }))
}

/**
 * What the owner has put where theirs puts something else, in a list that is run or read in its
 * order: which of them comes first only the owner can tell. In a region of elif's the owner's is.
 */
function rivalOf(matched: Matched, { entries }: Run): [Entry, Entry] | undefined {
  const { blocks, mine, partners } = matched
  if (!blocks.mine.ordered || entries.every(({ comment }) => comment)) return undefined
  const first = blocks.theirs.entries.findIndex((each) => each === entries[0])
  const previous = blocks.theirs.entries.slice(0, first).findLast((each) => partners.has(each))
  const next = blocks.theirs.entries.slice(first).find((each) => partners.has(each))
  const own = next && partners.get(next)
  if (own && isClosing(own)) return undefined
  const from = previous
    ? blocks.mine.entries.indexOf(partners.get(previous) ?? own ?? previous)
    : -1
  const to = own ? blocks.mine.entries.indexOf(own) : blocks.mine.entries.length
  const known = new Set([...mine.values(), ...partners.values()])
  const between = blocks.mine.entries.slice(from + 1, Math.max(from + 1, to))
  const rivals = between.filter((each) => !known.has(each))
  const [one, other] = [rivals[0], rivals.at(-1)]
  return one && other && rivals.some(({ comment }) => !comment) ? [one, other] : undefined
}

function clashWith({ source }: Block, [first, last]: [Entry, Entry], text: string): MergeChange {
  const [start, end] = [lineStart(source, first.start), lineAfter(source, last.end)]
  const whole = source.slice(start, first.start).trim() === ''
  const theirs = text.replace(/^\n+/, '')
  if (whole) return { from: start, to: end, base: '', theirs, clash: true }
  return {
    from: first.start,
    to: last.end,
    base: '',
    theirs: theirs.replaceAll(/^[\s,|]+|[\s,|]+$/g, ''),
    clash: true,
  }
}

/** What goes to one place goes there in the order of theirs. */
function together(changes: MergeChange[]): MergeChange[] {
  const joined: MergeChange[] = []
  for (const change of changes) {
    const same = joined.find((each) => isSamePlace(each, change))
    if (same) same.theirs += change.theirs === ',' ? '' : change.theirs
    else joined.push({ ...change })
  }
  return joined
}

const isSamePlace = (one: MergeChange, other: MergeChange) =>
  one.from === one.to && one.from === other.from && one.to === other.to && one.clash === other.clash
