import { beginsLine, indentAt, lineAfter, lineEndOf, lineStart } from '../../text/lines.ts'
import type { Comment, Span } from '../reading.ts'
import { brokenList, mendedList, width } from './line-width.ts'
import { firstItems, loneCut } from './lone-item.ts'
import { separatorIn } from './separator.ts'
import type { Splice } from './splice.ts'

/** A list between brackets, as people write it: on one line, or each item on its own. */
export type InlineList = {
  source: string
  comments: Comment[]
  items: Span[]
  /** The positions inside of the brackets. */
  open: number
  close: number
  /** Whether no line is broken up: JSON allows no comma behind the last item. */
  keepsLines?: boolean
}

const replace = (from: number, to: number, text: string): Splice => ({ from, to, text })

/** Adds items at the end, laid out as the list is; a line that gets too long is broken up. */
export function appendItems(list: InlineList, codes: string[]): Splice[] {
  const { source, items, open } = list
  const last = items.at(-1)
  if (!last) return [firstItems(list, codes)]
  const comma = commaBehind(list, last)
  if (beginsLine(source, last.start)) return ownLines(list, last, comma, codes)
  const end = comma < 0 ? last.end : comma + 1
  const text = comma < 0 ? `, ${codes.join(', ')}` : ` ${codes.join(', ')},`
  const line = source.slice(lineStart(source, open), lineAfter(source, open)).trimEnd()
  const fits = list.keepsLines === true || line.length + text.length <= width
  return [fits ? replace(end, end, text) : (brokenList(list, codes) ?? replace(end, end, text))]
}

/** New lines below the last item and the comment behind it. */
function ownLines({ source }: InlineList, last: Span, comma: number, codes: string[]): Splice[] {
  const lineEnd = lineEndOf(source)
  const indent = indentAt(source, last.start)
  const end = comma < 0 ? last.end : comma + 1
  const next = lineAfter(source, end)
  const lines = codes.map((code) => indent + code).join(`,${lineEnd}`) + (comma < 0 ? '' : ',')
  const missing = comma < 0 ? ',' : ''
  if (!/^[ \t]*(\/\/.*)?\r?\n$/.test(source.slice(end, next))) {
    return [replace(end, end, missing + lineEnd + lines)]
  }
  return [replace(end, end, missing), replace(next, next, lines + lineEnd)]
}

/** Takes one item out with its comma; what `appendItems` has added goes without a trace. */
export function removeItem(list: InlineList, index: number): Splice[] {
  const { source, comments, items, close } = list
  const item = items[index]
  const previous = items[index - 1]
  const next = items[index + 1]
  if (!item) return []
  if (!previous && !next) return [loneCut(list, item, commaBehind(list, item))]
  const mended = next || list.keepsLines === true ? undefined : mendedList(list)
  if (mended) return [mended]
  const behind = commaBehind({ ...list, close: next?.start ?? close }, item)
  const end = behind < 0 ? item.end : behind + 1
  const ahead = previous ? separatorIn(source, [previous.end, item.start], ',', comments) : -1
  const comma = behind < 0 && ahead >= 0 ? [replace(ahead, ahead + 1, '')] : []
  if (isWholeLine(source, item.start, end)) {
    return [replace(lineStart(source, item.start), lineAfter(source, end), ''), ...comma]
  }
  if (!previous) return [replace(item.start, next?.start ?? end, '')]
  const blanks = /\s*$/.exec(source.slice(ahead + 1, item.start))?.[0].length ?? 0
  return [replace(item.start - blanks, end, ''), ...comma]
}

const isWholeLine = (source: string, start: number, end: number) =>
  beginsLine(source, start) && source.slice(end, lineAfter(source, end)).trim() === ''

const commaBehind = ({ source, comments, close }: InlineList, { end }: Span) =>
  separatorIn(source, [end, close], ',', comments)
