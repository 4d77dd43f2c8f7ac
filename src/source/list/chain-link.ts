import {
  beforeLineBreak,
  beginsLine,
  indentAt,
  lineAfter,
  lineEndOf,
  lineStart,
} from '../../text/lines.ts'
import type { ListEdit } from './list-edit.ts'
import { cut, type Splice } from './splice.ts'

/** One more call at the end of a chain, on its own line where the last one is. */
export function chainLink({ source, place }: ListEdit, code: string): Splice {
  const last = place.list.elements.at(-1)
  const at = last?.end ?? place.to
  if (!last || !beginsLine(source, last.start)) return { from: at, to: at, text: code }
  const indent = indentAt(source, last.start)
  return { from: at, to: at, text: lineEndOf(source) + indent + code }
}

/** Takes one call out of a chain, and its line when it has one. */
export function chainLinkCut({ source, place }: ListEdit, index: number): Splice {
  const { elements, open } = place.list
  const { start, end } = elements[index] ?? { start: open, end: open }
  const before = elements[index - 1]?.end ?? open
  if (source.slice(before, start).trim() === '') return cut(before, end)
  const line = lineStart(source, start)
  const alone = beginsLine(source, start) && source.slice(end, lineAfter(source, end)).trim() === ''
  return alone ? cut(line, lineAfter(source, end)) : cut(beforeLineBreak(source, line), end)
}
