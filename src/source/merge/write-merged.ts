import { lineAfter, lineStart, placeOf } from '../../text/lines.ts'
import type { MergeChange } from '../../text/merge-lines.ts'
import { spliced } from '../list/splice.ts'
import type { Layout } from './layout.ts'

/** A place where both sides have changed the same; `line` is its line in mine, from 1. */
export type MergeHunk = { line: number; base: string; mine: string; theirs: string }

export type Merged =
  { kind: 'clean'; text: string } | { kind: 'conflict'; text: string; hunks: MergeHunk[] }

export type Labels = { mine: string; theirs: string }

type Target = { mine: string; layout: Layout; labels: Labels }

/** Makes the changes in mine; those that clash become the blocks that git writes. */
export function writeMerged(changes: MergeChange[], target: Target): Merged {
  const { mine, layout, labels } = target
  const clashes = blocksOf(changes, mine)
  const inBlock = (change: MergeChange) => clashes.some((block) => overlaps(change, block))
  const clean = changes.filter((change) => !change.clash && !inBlock(change))
  const hunks = clashes.map(({ hunk }) => hunk)
  const splices = [
    ...clean.map(({ from, to, theirs }) => ({ from, to, text: theirs })),
    ...clashes.map(({ from, to, hunk }) => ({ from, to, text: blockText(hunk, labels) })),
  ]
  const text = inLayout(splices, layout)
  return hunks.length === 0 ? { kind: 'clean', text } : { kind: 'conflict', text, hunks }
}

type Span = { from: number; to: number }
type Block = Span & { hunk: MergeHunk }

/** Whole lines around each clash; what else theirs changes on them is theirs in the block. */
function blocksOf(changes: MergeChange[], mine: string): Block[] {
  const clashes = changes.filter(({ clash }) => clash)
  return spansOf(clashes, changes, mine).map((span) => {
    const { from, to } = span
    const inside = changes.filter((each) => (each.clash ? isWithin : overlaps)(each, span))
    const text = mine.slice(from, to)
    const replaced = (side: 'base' | 'theirs') =>
      spliced(
        text,
        inside.map((each) => ({ from: each.from - from, to: each.to - from, text: each[side] })),
      )
    const { line } = placeOf(mine, from)
    return {
      from,
      to,
      hunk: { line, base: replaced('base'), mine: text, theirs: replaced('theirs') },
    }
  })
}

const isWithin = (one: Span, other: Span) => one.from >= other.from && one.to <= other.to
const overlaps = (one: Span, other: Span) => one.from < other.to && one.to > other.from

/** The lines of changes, and of those that begin or end on these lines and go on elsewhere. */
function spansOf(met: Span[], changes: MergeChange[], mine: string): Span[] {
  const spans: Span[] = []
  for (const { from, to } of met.toSorted((one, other) => one.from - other.from)) {
    const whole = linesAround(mine, from, to)
    const last = spans.at(-1)
    if (last && whole.from <= last.to) last.to = Math.max(last.to, whole.to)
    else spans.push(whole)
  }
  const isCut = (each: Span) => spans.some((span) => overlaps(each, span) && !isWithin(each, span))
  const cut = changes.filter(isCut)
  return cut.length === 0 ? spans : spansOf([...spans, ...cut], changes, mine)
}

/** A clash between two lines takes none of them. */
function linesAround(text: string, from: number, to: number): { from: number; to: number } {
  const start = lineStart(text, from)
  if (from === to && start === from) return { from, to }
  return { from: start, to: to > from && text[to - 1] === '\n' ? to : lineAfter(text, to) }
}

const wholeLines = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

const blockText = ({ mine, theirs }: MergeHunk, labels: Labels) =>
  `<<<<<<< ${labels.mine}\n${wholeLines(mine)}=======\n${wholeLines(theirs)}>>>>>>> ${labels.theirs}\n`

/** The source with splices of its plain text; a last newline it has not is not given to it. */
function inLayout(splices: { from: number; to: number; text: string }[], layout: Layout): string {
  const { source, ended, lineEnd, origin } = layout
  const text = spliced(
    source,
    splices.map(({ from, to, text: inside }) => ({
      from: origin(from),
      to: origin(to),
      text: inside.replaceAll('\n', lineEnd),
    })),
  )
  return ended ? text : text.replace(/\r?\n$/, '')
}
