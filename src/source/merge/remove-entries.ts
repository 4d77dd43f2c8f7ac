import { lineAfter, lineStart } from '../../text/lines.ts'
import { separatorIn } from '../list/separator.ts'
import { cut, type Splice } from '../list/splice.ts'
import { type Block, commentsOf, type Entry } from './outline.ts'

/** Takes entries that stand one behind the other out of a block, with their separators. */
export function removeEntries(block: Block, first: Entry, last: Entry): Splice[] {
  const [from, to, comma] = bordersOf(block, first, last)
  const whole = wholeLines(block, from, to)
  return comma === undefined ? [whole] : [whole, cut(comma, comma + 1)]
}

/** What goes with the entries, and the place of a separator that goes too. */
function bordersOf(block: Block, first: Entry, last: Entry): [number, number, number?] {
  const { source, entries, separator, open, close } = block
  const [start, end] = [first.start, last.end]
  const removed = entries.slice(entries.indexOf(first), entries.indexOf(last) + 1)
  if (separator === '' || removed.every(({ comment }) => comment)) return [start, end]
  const before = entries.slice(0, entries.indexOf(first)).findLast(({ comment }) => !comment)
  const after = entries.slice(entries.indexOf(last) + 1).find(({ comment }) => !comment)
  const comments = commentsOf(block)
  const ahead = separatorIn(source, [before?.end ?? open, start], separator, comments)
  const behind = separatorIn(source, [end, after?.start ?? close], separator, comments)
  if (separator === '|' && ahead >= 0) return [ahead, end]
  if (behind >= 0) {
    const joined = source.slice(end, behind).trim() === ''
    return joined ? [start, behind + 1] : [start, end, behind]
  }
  return ahead < 0 || !before ? [start, end] : [start, end, ahead]
}

/** Lines on which nothing else stands go as a whole, and of two gaps around them one. */
function wholeLines({ source, open, close }: Block, from: number, to: number): Splice {
  const start = lineStart(source, from)
  const end = lineAfter(source, to)
  const alone = source.slice(start, from).trim() === '' && source.slice(to, end).trim() === ''
  if (!alone) return cut(from, to + (/^[ \t]*/.exec(source.slice(to, end))?.[0].length ?? 0))
  const gapBefore = /(?:^|\n)((?:[ \t]*\n)+)$/.exec(source.slice(0, start))?.[1] ?? ''
  const gapBehind = /^(?:[ \t]*\n)+/.exec(source.slice(end))?.[0] ?? ''
  const isLast = source.slice(end, close).trim() === ''
  if (gapBefore !== '' && (gapBehind !== '' || isLast)) return cut(start - gapBefore.length, end)
  const isFirst = source.slice(open, start).trim() === ''
  return cut(start, isFirst ? end + gapBehind.length : end)
}
