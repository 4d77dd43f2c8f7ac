import { beginsLine, indentAt, lineAfter, lineEndOf, lineStart } from '../../text/lines.ts'
import type { InlineList } from './inline-list.ts'
import type { Splice } from './splice.ts'

/** The columns a line may have before a list is broken up. */
export const width = 100

/** Every item on a line of its own; undefined where it has comments or a layout of its own. */
export function brokenList(list: InlineList, codes: string[]): Splice | undefined {
  const { source, comments, items, open, close } = list
  const inner = source.slice(open, close)
  const padded = /^ .* $/.test(inner)
  if (!padded || comments.some(({ start }) => start >= open && start < close)) {
    return undefined
  }
  const lineEnd = lineEndOf(source)
  const outer = indentAt(source, open)
  const indent = outer + (/^\t/m.test(source) ? '\t' : '  ')
  const all = [...items.map(({ start, end }) => source.slice(start, end)), ...codes]
  const lines = all.map((code) => `${indent}${code},${lineEnd}`).join('')
  return { from: open, to: close, text: lineEnd + lines + outer }
}

/** A list that only its last item had made too long goes back to one line without it. */
export function mendedList(list: InlineList): Splice | undefined {
  const { source, comments, items, open, close } = list
  const between = comments.some(({ start }) => start >= open && start < close)
  if (between || !items.every(({ start }) => beginsLine(source, start))) return undefined
  const codes = items.map(({ start, end }) => source.slice(start, end))
  const around = source.slice(lineStart(source, open), open)
  const behind = source.slice(close, lineAfter(source, close)).trimEnd()
  const fits = (all: string[]) => `${around} ${all.join(', ')} ${behind}`.length <= width
  if (fits(codes) || !fits(codes.slice(0, -1)) || codes.some((code) => code.includes('\n'))) {
    return undefined
  }
  return { from: open, to: close, text: ` ${codes.slice(0, -1).join(', ')} ` }
}
