import { beginsLine, indentAt, lineEndOf, lineStart, lineAfter } from '../../text/lines.ts'
import type { Span } from '../reading.ts'
import type { InlineList } from './inline-list.ts'
import { cut, type Splice } from './splice.ts'

/** The first items of an empty list; comments that stand in it keep their place. */
export function firstItems({ source, open, close }: InlineList, codes: string[]): Splice {
  const code = codes.join(', ')
  if (source.slice(open, close).trim() === '') {
    const blank = source[open - 1] === '{' ? ' ' : ''
    return { from: open, to: close, text: blank + code + blank }
  }
  if (!beginsLine(source, close)) {
    const blank = source[close - 1] === ' ' ? '' : ' '
    return { from: close, to: close, text: `${blank}${code} ` }
  }
  const at = lineStart(source, close)
  const unit = /^\t/m.test(source) ? '\t' : '  '
  return { from: at, to: at, text: indentAt(source, close) + unit + code + lineEndOf(source) }
}

/** Takes the only item out; comments beside it stay. */
export function loneCut({ source, open, close }: InlineList, item: Span, comma: number): Splice {
  const end = comma < 0 ? item.end : comma + 1
  const others = source.slice(open, item.start) + source.slice(end, close)
  if (others.trim() === '') return cut(open, close)
  const alone = beginsLine(source, item.start) && beginsLine(source, close)
  if (alone && source.slice(end, lineAfter(source, end)).trim() === '') {
    return cut(lineStart(source, item.start), lineAfter(source, end))
  }
  const blanks = /^[ \t]*/.exec(source.slice(end, close))?.[0].length ?? 0
  return cut(item.start, end + blanks)
}
