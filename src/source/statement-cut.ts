import { beforeLineBreak, lineAfter, lineStart } from '../text/lines.ts'
import { cut, type Splice } from './list/splice.ts'
import type { Span } from './reading.ts'

/** What stands around a statement of its kind; alone: nothing of its group does. */
export type Around = { previous: Span | undefined; next: Span | undefined; alone: boolean }

/** The line of a statement, and the blank line that parted its group if it was alone in it. */
export function statementCut(
  source: string,
  headEnd: number,
  host: Span,
  { previous, next, alone }: Around,
): Splice {
  const { start, end, sharedBefore, sharedBehind } = lineOf(source, host)
  if (sharedBefore) return cut(host.start, host.end)
  const above = alone && previous ? blankLineBefore(source, start) : start
  if (sharedBehind && previous) return cut(beforeLineBreak(source, above), host.end)
  if (sharedBehind) return cut(host.start, host.end)
  if (!source.slice(host.end, end).includes('\n')) return cut(beforeLineBreak(source, above), end)
  if (!alone || previous) return cut(above, end)
  const hasHead = source.slice(0, headEnd).replace(/^\ufeff/, '') !== ''
  return cut(start, hasHead && !next ? end : blankLineAfter(source, end))
}

/** The line of a statement, and whether other code stands on it. */
function lineOf(source: string, host: Span) {
  const first = lineStart(source, host.start)
  const start = source[first] === '\ufeff' ? first + 1 : first
  const end = lineAfter(source, host.end)
  const sharedBefore = source.slice(start, host.start).trim() !== ''
  return { start, end, sharedBefore, sharedBehind: source.slice(host.end, end).trim() !== '' }
}

const blankLineBefore = (source: string, start: number) =>
  start - (/\n(\r?\n)$/.exec(source.slice(0, start))?.[1]?.length ?? 0)

const blankLineAfter = (source: string, end: number) =>
  end + (/^\r?\n/.exec(source.slice(end))?.[0].length ?? 0)
