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
  const inBlock = ({ from, to }: MergeChange) =>
    clashes.some((block) => from < block.to && to > block.from)
  const clean = changes.filter((change) => !change.clash && !inBlock(change))
  const hunks = clashes.map(({ hunk }) => hunk)
  const splices = [
    ...clean.map(({ from, to, theirs }) => ({ from, to, text: theirs })),
    ...clashes.map(({ from, to, hunk }) => ({ from, to, text: blockText(hunk, labels) })),
  ]
  const text = inLayout(splices, layout)
  return hunks.length === 0 ? { kind: 'clean', text } : { kind: 'conflict', text, hunks }
}

type Block = { from: number; to: number; hunk: MergeHunk }

/** Whole lines around each clash; what else theirs changes on them is theirs in the block. */
function blocksOf(changes: MergeChange[], mine: string): Block[] {
  const blocks: { from: number; to: number }[] = []
  for (const { from, to, clash } of changes.toSorted((one, other) => one.from - other.from)) {
    if (!clash) continue
    const whole = linesAround(mine, from, to)
    const last = blocks.at(-1)
    if (last && whole.from < last.to) last.to = Math.max(last.to, whole.to)
    else blocks.push(whole)
  }
  return blocks.map(({ from, to }) => {
    const inside = changes.filter((change) => change.from >= from && change.to <= to)
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
