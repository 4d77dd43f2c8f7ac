import { beginsLine, lineAfter, lineStart } from '../../text/lines.ts'
import { separatorIn } from '../list/separator.ts'
import type { Splice } from '../list/splice.ts'
import { type Block, commentsOf, type Entry } from './outline.ts'
import { reindented } from './reindent.ts'

/** Entries of theirs that stand one behind the other. */
export type Run = { block: Block; entries: Entry[] }
/** Where they belong in mine: behind an entry or before one. */
export type Anchor = { after: Entry } | { before: Entry }

/** Puts entries of theirs into a block of mine; undefined where they do not fit its layout. */
export function insertEntries(block: Block, run: Run, anchor: Anchor): Splice[] | undefined {
  const [first, last] = [run.entries[0], run.entries.at(-1)]
  if (!first || !last) return []
  const from = startOf(run.block, first)
  const span = { from, to: last.end }
  const at = ownLines(run.block, span) ? lineFor(block, anchor) : undefined
  if (at === undefined) return inline(block, run, anchor, span)
  return onLines(block, run, { anchor, at, span })
}

/** The empty lines that part entries from their neighbours. */
export function gapsAround(block: Block, entries: Entry[]): { before: string; behind: string } {
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) return { before: '', behind: '' }
  const { source } = block
  return { before: gapBefore(source, startOf(block, first)), behind: gapBehind(source, last.end) }
}

type SpanOf = { from: number; to: number }

/** The sign before the member of a union comes with it. */
function startOf({ source, separator }: Block, { start }: Entry): number {
  if (separator !== '|') return start
  const pipe = source.lastIndexOf('|', start - 1)
  return pipe >= 0 && source.slice(pipe + 1, start).trim() === '' ? pipe : start
}

function ownLines({ source, open, close }: Block, { from, to }: SpanOf): boolean {
  const rest = source.slice(to, Math.min(lineAfter(source, to), close))
  return beginsLine(source, from) && from >= open && /^[ \t]*[,;]?[ \t]*\n$/.test(rest)
}

/** The line before which new lines go; undefined when the block does not lie on lines there. */
function lineFor({ source, close, entries }: Block, anchor: Anchor) {
  if ('before' in anchor) {
    const { start } = anchor.before
    return beginsLine(source, start) ? lineStart(source, start) : undefined
  }
  const at = lineAfter(source, anchor.after.end)
  const behind = entries.filter(({ start }) => start >= anchor.after.end && start < at)
  const isFree = behind.every(({ comment, end }) => comment && end < at)
  return isFree && at <= close && source[at - 1] === '\n' ? at : undefined
}

type Place = { anchor: Anchor; at: number; span: SpanOf }

/** The entries as lines of their own, with the gap that parts them from their neighbours. */
function onLines(block: Block, run: Run, { anchor, at, span }: Place): Splice[] {
  const { source } = run.block
  const beside = 'after' in anchor ? anchor.after : anchor.before
  const place = { source: block.source, start: beside.start }
  const indent = indentOf(block.source, beside)
  const { text, splices } = separated(block, run, { at, text: textOfRun(run, span, place) })
  const lines = `${indent}${text}\n`
  const gap = 'after' in anchor ? gapBefore(source, span.from) : gapBehind(source, span.to)
  const placed = 'after' in anchor ? gap + lines : lines + gap
  return [...splices, { from: at, to: at, text: placed }]
}

const indentOf = (source: string, { start }: Entry) =>
  /^[ \t]*/.exec(source.slice(lineStart(source, start)))?.[0] ?? ''

const gapBefore = (source: string, start: number) =>
  (/\n((?:[ \t]*\n)*)$/.exec(source.slice(0, lineStart(source, start)))?.[1] ?? '').replaceAll(
    /[ \t]/g,
    '',
  )

const gapBehind = (source: string, end: number) =>
  (/^(?:[ \t]*\n)*/.exec(source.slice(lineAfter(source, end)))?.[0] ?? '').replaceAll(/[ \t]/g, '')

function textOfRun({ block, entries }: Run, { from, to }: SpanOf, place: Beside): string {
  const frozen = () =>
    entries.flatMap((each) =>
      each
        .frozen()
        .map(([start, end]): [number, number] => [
          start + each.start - from,
          end + each.start - from,
        ]),
    )
  return reindented({ source: block.source, start: from, end: to, frozen }, place)
}

type Beside = { source: string; start: number }

/** Commas as the list has them: between all entries, and behind the last where it has one. */
function separated(block: Block, run: Run, { at, text }: { at: number; text: string }) {
  if (block.separator !== ',') return { text, splices: [] }
  const { source, entries, close } = block
  const elements = entries.filter(({ comment }) => !comment)
  const comments = commentsOf(block)
  const before = elements.findLast(({ end }) => end <= at)
  const hasNext = elements.some(({ start }) => start >= at)
  const comma = before && separatorIn(source, [before.end, close], ',', comments) >= 0
  const added = run.entries.findLast(({ comment }) => !comment)
  if (!added) return { text, splices: [] }
  const behind = (run.entries.at(-1)?.end ?? added.end) - added.end
  const end = text.length - behind
  const bare = text.slice(end).replace(/^\s*,/, '')
  const wanted = hasNext || comma === true || (before === undefined && endsWithComma(run, added))
  const whole = text.slice(0, end) + (wanted ? ',' : '') + bare
  const missing = before && !comma ? [{ from: before.end, to: before.end, text: ',' }] : []
  return { text: whole, splices: missing }
}

const endsWithComma = ({ block }: Run, { end }: Entry) =>
  /^\s*,/.test(block.source.slice(end, block.close))

/** On the line of a neighbour. */
function inline(block: Block, run: Run, anchor: Anchor, span: SpanOf) {
  const beside = 'after' in anchor ? anchor.after : anchor.before
  if (block.kind === 'links') return linked(block, run, anchor, span)
  const isLine = beside.comment || run.entries.some(({ comment }) => comment)
  if (isLine || !['|', ','].includes(block.separator)) return inlineMembers(block, run, anchor)
  const bare = { from: run.entries[0]?.start ?? span.from, to: span.to }
  const text = textOfRun(run, bare, { source: block.source, start: beside.start })
  const sign = block.separator === '|' ? ' | ' : ', '
  return 'after' in anchor
    ? [{ from: beside.end, to: beside.end, text: sign + text }]
    : [{ from: beside.start, to: beside.start, text: text + sign }]
}

/** A call goes right behind the one before it. */
function linked(block: Block, run: Run, anchor: Anchor, span: SpanOf) {
  const at = 'after' in anchor ? anchor.after.end : anchor.before.start
  const text = textOfRun(run, span, { source: block.source, start: at })
  return [{ from: at, to: at, text }]
}

/** `{ a: string; b: number }`: the sign of a member belongs to it. */
function inlineMembers(block: Block, run: Run, anchor: Anchor) {
  const [only, ...others] = run.entries
  const beside = 'after' in anchor ? anchor.after : anchor.before
  if (block.kind !== 'type' || !only || only.comment || others.length > 0 || beside.comment) {
    return undefined
  }
  const bare = only.source.slice(only.start, only.end).replace(/[;,]$/, '')
  if ('before' in anchor) return [{ from: beside.start, to: beside.start, text: `${bare}; ` }]
  const signed = /[;,]/.test(block.source[beside.end - 1] ?? '')
  return [{ from: beside.end, to: beside.end, text: signed ? ` ${bare};` : `; ${bare}` }]
}
