import { indentAt, lineAfter, lineEndOf, lineStart } from '../../text/lines.ts'
import type { Span } from '../reading.ts'
import type { InlineList } from './inline-list.ts'
import type { Splice } from './splice.ts'

/** The columns a line may have before a list is broken up. */
export const width = 100

/** Every item on a line of its own; undefined where it has comments or a layout of its own. */
export function brokenList(list: InlineList, codes: string[]): Splice | undefined {
  const { source, comments, items, open, close } = list
  const padded = /^ .* $/.test(source.slice(open, close))
  if (!padded || comments.some(({ start }) => start >= open && start < close)) return undefined
  const all = [...items.map((item) => codeOf(list, item)), ...codes]
  return { from: open, to: close, text: onOwnLines(list, all) }
}

/**
 * A list that only its last item had made too long goes back to one line without it. Where its
 * owner had broken it up by hand in just the same way, that cannot be told.
 */
export function mendedList(list: InlineList): Splice | undefined {
  const { source, items, open, close } = list
  const codes = items.map((item) => codeOf(list, item))
  if (source.slice(open, close) !== onOwnLines(list, codes)) return undefined
  const kept = codes.slice(0, -1)
  const around = source.slice(lineStart(source, open), open)
  const behind = source.slice(close, lineAfter(source, close)).trimEnd()
  const fits = (all: string[]) => `${around} ${all.join(', ')} ${behind}`.length <= width
  if (fits(codes) || !fits(kept) || kept.some((code) => code.includes('\n'))) return undefined
  return { from: open, to: close, text: ` ${kept.join(', ')} ` }
}

const codeOf = ({ source }: InlineList, { start, end }: Span) => source.slice(start, end)

function onOwnLines({ source, open }: InlineList, codes: string[]): string {
  const lineEnd = lineEndOf(source)
  const outer = indentAt(source, open)
  const indent = outer + (/^\t/m.test(source) ? '\t' : '  ')
  return lineEnd + codes.map((code) => `${indent}${code},${lineEnd}`).join('') + outer
}
